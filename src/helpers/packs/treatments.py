"""Schema of ``treatment_classes.yml``: which class a brand, a device or a kind of treatment belongs to."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from helpers.packs.frames import Frames, frames
from helpers.packs.read import Strict, read_yaml

FILE = "treatment_classes.yml"


class TreatmentClass(Strict):
    """One class of treatments.

    Attributes
    ----------
    kinds : tuple of str
        Brands, devices and kinds: the ``product`` of a claim.
    also : tuple of str
        Other names of the class itself.
    owes : tuple of str
        The classes whose warnings it owes, where these are not just its own.
    made_of : tuple of str
        The classes whose names are part of its own.
    """

    kinds: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    owes: tuple[str, ...] = ()
    made_of: tuple[str, ...] = ()


class TreatmentClasses(Strict):
    """All classes of a pack; a name that stands in none is a class of its own.

    Attributes
    ----------
    in_passing : tuple of str
        Frames of sentences that name a treatment and do not offer it: what somebody is trained in, what is compared.
    """

    classes: dict[str, TreatmentClass] = Field(default_factory=dict)
    in_passing: tuple[str, ...] = ()

    @cached_property
    def passing(self) -> Frames | None:
        """The frames of sentences that name a treatment in passing."""
        return frames(self.in_passing, {}) if self.in_passing else None

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        seen: set[str] = set()
        for name, one in self.classes.items():
            for said in (name, *one.kinds, *one.also):
                if said in seen:
                    raise ValueError(f"{said} stands in two classes; keep one")
                seen.add(said)
        return self

    @cached_property
    def _class_of(self) -> Mapping[str, str]:
        return {said: name for name, one in self.classes.items() for said in (*one.kinds, *one.also)}

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(kind for one in self.classes.values() for kind in one.kinds)

    def class_of(self, treatment: str) -> str:
        """Return the class of a treatment, a brand or a kind; a name that no class has is its own.

        Examples
        --------
        >>> classes = TreatmentClasses(classes={"laser": TreatmentClass(kinds=("fractional_laser",))})
        >>> classes.class_of("fractional_laser"), classes.class_of("waxing")
        ('laser', 'waxing')
        """
        return self._class_of.get(treatment, treatment)

    def product_of(self, treatment: str) -> str | None:
        """Return a brand or a kind as it is, and None for the name of a class."""
        return treatment if treatment in self._kinds else None

    def owed_by(self, treatment: str) -> tuple[str, ...]:
        """Return the classes whose warnings a page owes that offers the treatment: mostly its own alone.

        Examples
        --------
        >>> classes = TreatmentClasses(classes={"needling_with_plasma": TreatmentClass(owes=("needling", "plasma"))})
        >>> classes.owed_by("needling_with_plasma"), classes.owed_by("needling")
        (('needling', 'plasma'), ('needling',))
        """
        name = self.class_of(treatment)
        return (name in self.classes and self.classes[name].owes) or (name,)

    def parts_of(self, treatment: str) -> tuple[str, ...]:
        """Return the classes that a treatment consists of, which are not offered apart where it is."""
        name = self.class_of(treatment)
        return (*self.classes[name].made_of, *self.classes[name].owes) if name in self.classes else ()


def read_treatment_classes(folder: Path) -> TreatmentClasses:
    """Read the classes of the pack in ``folder``; a pack without the file has none.

    Raises
    ------
    PackError
        The file is wrong; the message names the place.
    """
    return read_yaml(folder / FILE, TreatmentClasses) if (folder / FILE).is_file() else TreatmentClasses()
