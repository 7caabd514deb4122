"""Draws docs/cross_check.png, the README's picture, from the five sources: run ``make picture``."""

from pathlib import Path

from helpers.load import read_folder, read_manifest
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.show import View, matrix_picture

if __name__ == "__main__":
    review = Pipeline.of().review(read_folder(SEEDS), read_manifest(SEEDS))
    picture = matrix_picture(View.of(review)).figure
    picture.write_image(Path(__file__).with_suffix(".png"), width=1100, scale=1)
