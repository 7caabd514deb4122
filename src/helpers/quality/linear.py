"""A linear weight for each mark of sentences: logistic regression with a ridge, always the same for the same sentences."""

from collections import Counter
from collections.abc import Collection, Sequence

STEPS = 400


def fit(marked: Sequence[Collection[str]], holds: Sequence[bool], *, seen: int, ridge: float) -> tuple[float, dict[str, float]]:
    """Return the bias, and the weight of every mark, that tell best which sentences hold something.

    Parameters
    ----------
    marked : sequence of collection of str
        The marks of each sentence; they weigh by the square root of how many it has.
    holds : sequence of bool
        Whether it does.
    seen : int
        Sentences that must bear a mark before it has a weight.
    ridge : float
        How strongly weights are held small.
    """
    import numpy as np  # only training needs it

    counts = Counter(mark for marks in marked for mark in set(marks))
    names = sorted(mark for mark, times in counts.items() if times >= seen)
    at = {mark: column for column, mark in enumerate(names)}
    table = np.zeros((len(marked), len(names) + 1))
    table[:, -1] = 1.0
    for row, marks in enumerate(marked):
        columns = [at[mark] for mark in sorted(set(marks)) if mark in at]
        table[row, columns] = 1.0 / max(1, len(columns)) ** 0.5
    right = np.array(holds, dtype=float)
    held = np.full(table.shape[1], ridge)
    held[-1] = 0.0
    pace = 1.0 / (0.25 * float(np.linalg.norm(table @ table.T, 2)) + ridge)
    weights, moved = np.zeros(table.shape[1]), np.zeros(table.shape[1])
    for step in range(STEPS):
        ahead = weights + step / (step + 3) * moved
        slope = table.T @ (1.0 / (1.0 + np.exp(-(table @ ahead))) - right) + held * ahead
        moved, weights = ahead - pace * slope - weights, ahead - pace * slope
    return float(weights[-1]), {mark: float(weights[column]) for mark, column in at.items()}
