"""Tables and files that leave the workbook: each is written whole or not at all."""

from helpers.export.atomic import atomic_path
from helpers.export.read import read_table
from helpers.export.run_record import made_of
from helpers.export.together import together
from helpers.export.write import write_table

__all__ = ["atomic_path", "made_of", "read_table", "together", "write_table"]
