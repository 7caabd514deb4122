"""The evidence review workbook: what published articles claim, where they agree, conflict or stay silent."""

__version__ = "0.1.0"
