"""What trials did, as rows to stand beside what pages say: never a verdict."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from helpers.evidence.asked import Asked
from helpers.model.evidence import TrialSchedule
from helpers.packs.evidence import Register
from helpers.packs.joining import ANY, Joining


def schedules(register: Register, treatment: str | None = None) -> list[TrialSchedule]:
    """Return the schedules of all entries, and how long unwanted effects lasted, as the register states them.

    Parameters
    ----------
    register : Register
    treatment : str, optional
        Only entries on this treatment.

    Returns
    -------
    list of TrialSchedule
        By topic, item, treatment and entry; days and sessions.
    """
    rows = [row for row in _rows(register) if treatment is None or row.treatment == treatment]
    return sorted(rows, key=lambda row: (row.topic, row.item or "", row.treatment, row.ref_id))


def _rows(register: Register) -> Iterable[TrialSchedule]:
    joining = register.joining
    for ref_id, (row, mapped) in register.entries.items():
        parts = [
            (topic, None, part, about.unit, part.words or _column(about.column, row.session_interval_days, row.session_count))
            for topic, about in joining.schedules.items()
            if (part := getattr(mapped.schedule, about.column)) is not None
        ]
        unit = joining.durations.unit
        lasting = [(joining.durations.topics[0], part.item, part, unit, part.words or "") for part in mapped.durations]
        for topic, item, part, of_unit, words in [*parts, *lasting]:
            for treatment in mapped.treatments:
                yield TrialSchedule(
                    ref_id=ref_id,
                    treatment=treatment,
                    topic=topic,
                    item=item,
                    purpose=mapped.purpose,
                    products=mapped.products,
                    route=mapped.route,
                    low=part.low,
                    high=part.high,
                    unit=of_unit,
                    level=row.level,
                    words=words,
                )


def _column(name: str, interval: str, count: str) -> str:
    return f"{interval} days" if name == "interval" else count


def beside(asked: Asked, rows: Sequence[TrialSchedule], joining: Joining) -> tuple[list[TrialSchedule], str]:
    """Return the trials of the same product and route (failing that, of the same treatment), and the comparison in words."""
    mine = [row for row in rows if row.treatment == asked.treatment]
    same = [
        row
        for row in mine
        if (ANY in row.products or set(asked.products) & set(row.products)) and joining.same_route(asked.route, row.route)
    ]
    used = same or mine
    if not used:
        return [], ""
    groups: dict[tuple[str, str], list[TrialSchedule]] = defaultdict(list)
    for row in used:
        groups[row.item or row.purpose or "", row.unit].append(row)
    said = f"Page: {amount(asked.low, asked.high, used[0].unit)}. " if (asked.low, asked.high) != (None, None) else ""
    parts = [_group(asked, name, unit, group) for (name, unit), group in sorted(groups.items())]
    where = "Trials" if asked.topic in joining.schedules else "Register"
    return used, f"{said}{where}{'' if same else ', other products or routes only'}: {'; '.join(parts)}."


def _group(asked: Asked, name: str, unit: str, rows: list[TrialSchedule]) -> str:
    """Write one range for all entries of a purpose or an effect; each its own where one is open."""
    lows, highs = [row.low for row in rows], [row.high for row in rows]
    subject = f"{name.replace('_', ' ')} " if name else ""
    if None in lows or None in highs:
        return subject + ", ".join(f"{amount(row.low, row.high, unit)} ({row.ref_id})" for row in rows)
    low, high = min(low for low in lows if low is not None), max(high for high in highs if high is not None)
    refs = ", ".join(sorted({row.ref_id for row in rows}))
    place = _place(asked, low, high) if asked.topic == rows[0].topic else ""
    return f"{subject}{amount(low, high, unit)} ({refs}){place}"


def _place(asked: Asked, low: float, high: float) -> str:
    """Say where the page's value lies; no judgement."""
    if asked.low is None and asked.high is None:
        return ""
    page_low = float("-inf") if asked.low is None else asked.low
    page_high = float("inf") if asked.high is None else asked.high
    if page_high < low:
        return ", the page is below"
    if page_low > high:
        return ", the page is above"
    return ", the page is within" if low <= page_low and page_high <= high else ", the page overlaps"


def amount(low: float | None, high: float | None, unit: str) -> str:
    """Write bounds as a reviewer reads them; less than a day in hours.

    Examples
    --------
    >>> amount(14, 30, "day"), amount(2, None, "count"), amount(0.083, 1, "day")
    ('14 to 30 days', '2 sessions or more', '2 hours to 1 day')
    """
    if low is None and high is None:
        return "not stated"
    if high is None:
        return f"{_many(low or 0, unit)} or more"
    if not low:
        return f"up to {_many(high, unit)}"
    if low == high:
        return _many(high, unit)
    first, last = _many(low, unit), _many(high, unit)
    if first.split()[1].rstrip("s") == last.split()[1].rstrip("s"):
        first = first.split()[0]
    return f"{first} to {last}"


def _many(bound: float, unit: str) -> str:
    words = {"day": "day", "count": "session"}.get(unit, unit)
    if words == "day" and 0 < bound < 1:
        bound, words = round(bound * 24), "hour"
    return f"{bound:g} {words}" if bound == 1 else f"{bound:g} {words}s"
