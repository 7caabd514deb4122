"""What was read of documents and made of folders, kept by content: what has not changed is not read again, today or tomorrow."""

import zlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from helpers.errors import SourceError
from helpers.kept import Kept, code_edition, key_of
from helpers.load import find_documents, read_bytes, read_document
from helpers.load.folder import MANIFEST, Found
from helpers.model import Document
from helpers.model.review import Past, Reading, Review
from helpers.model.source import Passed
from helpers.outputs import Told
from helpers.packs.load import PackFile
from helpers.packs.read import read_yaml
from helpers.paths import DATA, PACKS
from helpers.pipeline import Pipeline

READINGS, REVIEWS = "whole-readings", "reviews"
QUICKEST = 1  # of zlib's levels: a tenth of the bytes in a moment
_READING, _REVIEW, _PAST = TypeAdapter(Reading), TypeAdapter(Review), TypeAdapter(Past)


def made_by(pack: str) -> str:
    """Return what decides how a document is read, beside the document: the program, the pack and the evidence."""
    about = read_yaml(PACKS / pack / "pack.yml", PackFile)
    folders = [
        PACKS / pack,
        *([PACKS / about.extends] if about.extends else []),
        *([DATA / about.evidence] if about.evidence else []),
    ]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return key_of([code_edition(), *(part for path in files for part in (path.name, path.read_bytes()))])


class KeptReadings:
    """The readings of one pack, in memory and in the folder of what is kept.

    Parameters
    ----------
    pipeline : Pipeline
    kept : Kept
    """

    def __init__(self, pipeline: Pipeline, kept: Kept) -> None:
        self.pipeline, self._kept = pipeline, kept
        self._made_by = made_by(pipeline.pack.about.name)
        self._memory: dict[str, Reading] = {}

    def of_folder(self, folder: Path, tell: Told) -> tuple[list[Reading], list[Passed], str]:
        """Return the readings of a folder's documents, what was passed over, and the key of all of it.

        Raises
        ------
        SourceError
            The folder holds no document that can be read.
        """
        found, passed = find_documents(folder)
        readings, keys = [], []
        for done, one in enumerate(found):
            tell("Reading the pages", done, len(found))
            try:
                key, reading = self._of_file(one)
            except SourceError as error:
                passed.append(Passed(one.path.relative_to(folder).as_posix(), str(error).removeprefix(f"{one.path}: ")))
                continue
            readings.append(reading)
            keys.append(key)
            name = one.path.relative_to(folder).as_posix()
            passed.extend(Passed(name, loss.reason) for loss in reading.document.losses)
        if not readings:
            raise SourceError(f"no document can be read: {passed[0].name}: {passed[0].reason}", path=folder)
        manifest = folder / MANIFEST
        told = [f"{one.name}: {one.reason}" for one in sorted(passed)]
        return readings, sorted(passed), key_of([*keys, "manifest", _bytes(manifest), *told])

    def _of_file(self, one: Found) -> tuple[str, Reading]:
        key = key_of([self._made_by, one.source_id, one.path.name, read_bytes(one.path)])
        if key not in self._memory:
            self._memory[key] = self._from_disk(key) or self._anew(key, read_document(one.path, one.source_id))
        return key, self._memory[key]

    def of_documents(self, documents: Iterable[Document]) -> list[Reading]:
        """Return the readings of documents that are at hand."""
        readings = []
        for one in documents:
            key = key_of([self._made_by, "document", one.source_id, one.name, one.text])
            if key not in self._memory:
                self._memory[key] = self.pipeline.read(one)
            readings.append(self._memory[key])
        return readings

    def _from_disk(self, key: str) -> Reading | None:
        content = self._kept.read(READINGS, key)
        try:
            return _READING.validate_json(content) if content else None
        except ValidationError:
            return None

    def _anew(self, key: str, document: Document) -> Reading:
        reading = self.pipeline.read(document)
        self._kept.write(READINGS, key, _READING.dump_json(reading))
        return reading

    def review(self, key: str, past: Past) -> Review | None:
        """Return what was made of a folder before; None where that is not kept."""
        content = self._kept.read(REVIEWS, self._key_of_review(key, past))
        try:
            return _REVIEW.validate_json(zlib.decompress(content)) if content else None
        except (ValidationError, zlib.error):
            return None

    def keep(self, key: str, past: Past, review: Review) -> None:
        """Keep what was made of a folder."""
        content = zlib.compress(_REVIEW.dump_json(review), QUICKEST)
        self._kept.write(REVIEWS, self._key_of_review(key, past), content)
        self._kept.tidy()

    def _key_of_review(self, key: str, past: Past) -> str:
        ordered = replace(past, let_go=frozenset(), objected=frozenset())  # a set has no order of its own
        ids = (*sorted(past.let_go), "objected", *sorted(past.objected))
        return key_of([self._made_by, key, _PAST.dump_json(ordered), *ids])


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
