"""A benchmark reports ratios; how busy the machine is decides nothing."""

import importlib.util
from itertools import count

from helpers.paths import ROOT


def test_a_noisy_machine_fails_no_benchmark(monkeypatch, capsys):
    spec = importlib.util.spec_from_file_location("bench_compare", ROOT / "benchmarks" / "bench_compare.py")
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    ticks = count(1)
    monkeypatch.setattr(bench, "SIZES", (20, 200))
    monkeypatch.setattr(bench.time, "process_time", lambda: float(next(ticks)) ** 3)
    assert bench.main() is None
    small, large = capsys.readouterr().out.splitlines()[1:]
    assert len(small.split()) == 4
    time_ratio, row_ratio = map(float, large.split()[-2:])
    assert time_ratio > 12
    assert 1 < row_ratio < 100
