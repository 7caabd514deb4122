"""What is known: each claim beside the register of trials, reviews, outbreaks, laws and codes."""

from helpers.evidence.join import match
from helpers.evidence.schedules import schedules
from helpers.evidence.wording import wording

__all__ = ["match", "schedules", "wording"]
