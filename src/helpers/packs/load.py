"""A pack from its folder: its own files, and those of the pack it extends."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import PackError
from helpers.kept import Kept, code_edition, key_of
from helpers.packs.contract import check_contract
from helpers.packs.families import Families, Family
from helpers.packs.fingerprint import SHOWN, fingerprint
from helpers.packs.fitting import misfit, nearest, strange_items
from helpers.packs.guards import Guard, GuardFile, guarded
from helpers.packs.languages import read_languages
from helpers.packs.lexicon import LexiconClass, LexiconFile
from helpers.packs.read import TOPICS, Strict, read_yaml, shown
from helpers.packs.rules import AMOUNTS, Rule, RuleFile
from helpers.packs.sections import check_folders, read_parts, read_section
from helpers.packs.situation import SituationWords, read_situation_words
from helpers.packs.topics import Topic, read_topics
from helpers.packs.treatments import FILE as TREATMENT_CLASSES
from helpers.packs.treatments import TreatmentClasses, read_treatment_classes
from helpers.paths import DATA, PACKS

HELD = "packs"  # which packs hold together


class PackFile(Strict):
    """``pack.yml``: what the pack is.

    Attributes
    ----------
    name, version, title : str
    language : str
        The one that it reads, by its code in ``data/languages.yml``.
    extends : str or None
        The pack whose lexicons it adds to.
    evidence : str or None
        The folder below ``data`` that holds the register its claims are set beside.
    """

    name: str
    version: str
    title: str
    language: str
    extends: str | None = None
    evidence: str | None = None


@dataclass(frozen=True)
class Pack:
    """Everything the extractor needs to know about a field.

    Attributes
    ----------
    about : PackFile
    folders : tuple of Path
        Its own folder, then that of the pack it extends.
    topics : mapping of str to Topic
    classes : mapping of str to LexiconClass
        With every phrase spelled out: verbs conjugated, families put in.
    rules : tuple of Rule
        Each with the conditions of its guards.
    guards : mapping of str to Guard
    treatments : TreatmentClasses
    written : int
        How many phrases, family words and verbs people wrote for it and keep up.
    offers : mapping of str to LexiconClass
        The words of treatments that go by what they are for.
    situation : SituationWords
    sha256 : str
        Of everything that was written for it; see :func:`fingerprint`.
    """

    about: PackFile
    folders: tuple[Path, ...]
    topics: Mapping[str, Topic]
    classes: Mapping[str, LexiconClass]
    rules: tuple[Rule, ...]
    guards: Mapping[str, Guard]
    treatments: TreatmentClasses
    written: int
    offers: Mapping[str, LexiconClass]
    situation: SituationWords
    sha256: str

    @property
    def edition(self) -> str:
        """Its name, version, and the first digits of its hash: a version alone names many sets of rules."""
        return f"{self.about.name} {self.about.version} {self.sha256[:SHOWN]}"

    def folder_of(self, name: str) -> Path:
        """Return the folder that holds the file ``name``: the pack's own, else the extended one's."""
        return next((folder for folder in self.folders if (folder / name).is_file()), self.folders[0])


def load_pack(name: str, *, packs: Path = PACKS) -> Pack:
    """Read and check the pack ``name``.

    Parameters
    ----------
    name : str
        Its folder below ``packs``.
    packs : Path
        The folder that holds all packs.

    Raises
    ------
    PackError
        The pack does not exist or does not hold together; one line that names file and place.
    """
    folder = packs / name
    if Path(name).name != name or not (folder / "pack.yml").is_file():
        known = ", ".join(sorted(path.parent.name for path in packs.glob("*/topics.yml")))
        raise PackError(f"there is no pack {name!r}; choose one of: {known}")
    about = read_yaml(folder / "pack.yml", PackFile)
    if about.name != name:
        raise PackError(f"the pack calls itself {about.name!r}; name it as its folder: {name}", path="pack.yml", place="name")
    if about.language not in read_languages():
        raise PackError(
            f"no language has the code {about.language!r}; add it to languages.yml", path="pack.yml", place="language"
        )
    folders = (folder, *((packs / about.extends,) if about.extends else ()))
    spelled, written, families = _classes(folders)
    treatments = read_treatment_classes(folder)
    classes = _with_products(spelled, treatments)
    topics = read_topics(folder)
    check_folders(folder)
    guards = read_section(folder, "guards", GuardFile).guards
    parts = [(path, _guarded(path, part, guards)) for path, part in read_parts(folder, "rules", RuleFile)]
    rules = tuple(rule for _, part in parts for rule in part.rules)
    edition = fingerprint(folders, DATA / about.evidence if about.evidence else None)
    kept, key = Kept(), key_of((code_edition(), edition))
    if kept.read(HELD, key) is None:  # else the same files were found to hold together before
        _check(parts, topics, classes)
        check_contract(classes, rules, extends=about.extends is not None)
        kept.write(HELD, key, edition.encode())
    path = folder / "offers.yml"
    offered = read_yaml(path, LexiconFile).classes if path.is_file() else {}
    written += sum(len(phrases) for lexicon in offered.values() for phrases in lexicon.values.values())
    offers = {name: _spelled(lexicon, families, path, name) for name, lexicon in offered.items()}
    return Pack(
        about, folders, topics, classes, rules, guards, treatments, written, offers, read_situation_words(folder), edition
    )


def _guarded(path: Path, part: RuleFile, guards: Mapping[str, Guard]) -> RuleFile:
    """Put the conditions of the guards that each rule names among its own."""
    return part.model_copy(update={"rules": tuple(guarded(rule, guards, shown(path)) for rule in part.rules)})


def _classes(folders: tuple[Path, ...]) -> tuple[dict[str, LexiconClass], int, Families]:
    """Join the lexicons: a class that stands in several files has the phrases and the marks of all of them.

    Returns the classes with their phrases spelled out, how many phrases and words were written, and the families.
    """
    files: list[tuple[Path, LexiconFile]] = []
    for folder in reversed(folders):
        files += [(path, read_yaml(path, LexiconFile)) for path in sorted(folder.glob("lexicons/*.yml"))]
        files += read_parts(folder, "words", LexiconFile)
    sets: dict[str, Family] = {}
    for path, file in files:
        twice = sorted(sets.keys() & file.families.keys())
        if twice:
            raise PackError("another file has a family of this name; rename one", path=shown(path), place=twice[0])
        sets |= file.families
    verbs = {verb: forms for _, file in files for verb, forms in file.verbs.items()}
    spellings = {british: american for _, file in files for british, american in file.spellings.items()}
    families = Families(sets, verbs, spellings)
    written = sum(len(family.words) for family in sets.values()) + len(verbs) + len(spellings)
    joined: dict[str, LexiconClass] = {}
    for path, file in files:
        for name, added in file.classes.items():
            written += sum(map(len, added.values.values()))
            spelled = _spelled(added, families, path, name)
            joined[name] = _join(joined[name], spelled) if name in joined else spelled
    return joined, written, families


def _spelled(lexicon: LexiconClass, families: Families, path: Path, name: str) -> LexiconClass:
    """Return the class with each phrase as what it stands for."""
    try:
        values = {
            value: list(dict.fromkeys(form for phrase in lexicon.phrases_of(value) for form in families.expand(phrase)))
            for value in lexicon.values
        }
    except ValueError as error:
        raise PackError(str(error), path=shown(path), place=name) from None
    return lexicon.model_copy(update={"values": values})


def _with_products(classes: dict[str, LexiconClass], treatments: TreatmentClasses) -> dict[str, LexiconClass]:
    """Let the name of each product, and of each kind of treatment, name both the product and the class it belongs to."""
    if "product" not in classes:
        return classes
    products = {name: list(phrases) for name, phrases in classes["product"].values.items()}
    named: dict[str, list[str]] = {}
    for name, phrases in classes["treatment"].values.items():
        named.setdefault(treatments.class_of(name), []).extend(phrases)
        if treatments.product_of(name):
            products.setdefault(name, []).extend(phrases)
    for name, phrases in classes["product"].values.items():
        if treatments.product_of(name) is None:
            raise PackError("the product has no class; give it one", path=TREATMENT_CLASSES, place=name)
        named.setdefault(treatments.class_of(name), []).extend(phrases)
    found = {"treatment": named, "product": products}
    return {**classes, **{name: classes[name].model_copy(update={"values": values}) for name, values in found.items()}}


def _join(base: LexiconClass, added: LexiconClass) -> LexiconClass:
    values = {value: [*base.values.get(value, ()), *added.values.get(value, ())] for value in {**base.values, **added.values}}
    marks = {
        "governs": base.governs or added.governs,
        "several": base.several or added.several,
        "hides": base.hides or added.hides,
        "unnamed": added.unnamed or base.unnamed,
    }
    return added.model_copy(update={"values": values, **marks})


def _check(parts: list[tuple[Path, RuleFile]], topics: Mapping[str, Topic], classes: Mapping[str, LexiconClass]) -> None:
    """Refuse a rule that names what the pack does not have, or that stands in another topic's folder."""
    known = set(classes) | AMOUNTS | {f"{name}.{value}" for name, lexicon in classes.items() for value in lexicon.values}
    seen: set[str] = set()
    for path, rule in ((path, rule) for path, part in parts for rule in part.rules):
        file = shown(path)
        unknown = sorted(_named(rule) - known)
        if unknown:
            hint = nearest(unknown[0], known)
            raise PackError(f"the rule names the class {unknown[0]!r}, which no lexicon has{hint}", path=file, place=rule.id)
        if rule.topic not in topics:
            raise PackError(f"the rule makes claims on {rule.topic!r}, which topics.yml does not have", path=file, place=rule.id)
        if path.parent.parent.name == TOPICS and rule.topic != path.parent.name:
            raise PackError(f"the rule makes claims on {rule.topic!r}; move it to that topic's folder", path=file, place=rule.id)
        if wrong := misfit(rule, topics[rule.topic], classes):
            raise PackError(wrong, path=file, place=rule.id)
        if rule.id in seen:
            raise PackError("two rules have this id; rename one", path=file, place=rule.id)
        seen.add(rule.id)
    files = {rule.id: shown(path) for path, part in parts for rule in part.rules}
    for rule, strange in strange_items((rule for _, part in parts for rule in part.rules), classes):
        raise PackError(strange, path=files[rule.id], place=rule.id)


def _named(rule: Rule) -> set[str]:
    """Return every class that a rule names."""
    amount = rule.amount.of + rule.amount.links + rule.amount.never + rule.amount.context_never if rule.amount else []
    conditions = [one for either in rule.needs for one in either] + rule.unless
    named = {name for condition in conditions for _, names in condition.places for name in names}
    return named | {*rule.anchors, *rule.level.words, *rule.level.negated_with, *amount}
