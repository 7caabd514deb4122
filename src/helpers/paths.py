"""Where the project keeps its data."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
PACKS = DATA / "packs"
SEEDS = ROOT / "seeds"
NOTEBOOKS = ROOT / "notebooks"

DEFAULT_PACK = "aesthetics"
