"""How far a page can be read: its language, its field, its treatment, and whether there is enough text."""

from helpers.reach.reader import Subject, reach_of
from helpers.reach.tongues import Tongue

__all__ = ["Subject", "Tongue", "reach_of"]
