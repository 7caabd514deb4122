"""Files -> documents: the text exactly as it stands on disk, and what is known of its source."""

from helpers.load.document import read_document
from helpers.load.draft import draft_of_text, read_draft
from helpers.load.folder import document_paths, find_documents, read_documents, read_folder
from helpers.load.manifest import SourceInfo, read_manifest

__all__ = [
    "SourceInfo",
    "document_paths",
    "draft_of_text",
    "find_documents",
    "read_document",
    "read_documents",
    "read_draft",
    "read_folder",
    "read_manifest",
]
