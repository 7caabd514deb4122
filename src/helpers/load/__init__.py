"""Files -> documents: the text as it was read, where it stands in the file, and what is known of its source."""

from helpers.load.document import read_bytes, read_document
from helpers.load.draft import draft_of_bytes, draft_of_text, read_draft
from helpers.load.folder import Folder, Found, Listing, find_documents, list_documents, open_folder, read_documents, read_folder
from helpers.load.formats import is_read, why_not
from helpers.load.manifest import SourceInfo, read_manifest

__all__ = [
    "Folder",
    "Found",
    "Listing",
    "SourceInfo",
    "draft_of_bytes",
    "draft_of_text",
    "find_documents",
    "is_read",
    "list_documents",
    "open_folder",
    "read_bytes",
    "read_document",
    "read_documents",
    "read_draft",
    "read_folder",
    "read_manifest",
    "why_not",
]
