"""Makes leads.json, the reference values of the tests of prewhitening and of lagged rank correlation.

    pip install numpy==2.4.6 scipy==1.17.1
    python test/unit/statistics/leads.py > test/unit/statistics/leads.json
"""

import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(20261124)


def prewhitened(series, season):
    """Residuals of numpy's least squares on mean, trend, season and the value before; None where there is none."""
    rows = [i for i in range(1, len(series)) if series[i] is not None and series[i - 1] is not None]
    columns = [[1.0] * len(rows), [float(i) for i in rows]]
    if season > 1 and sum(v is not None for v in series) >= 3 * season:
        columns += [[1.0 if i % season == k else 0.0 for i in rows] for k in range(1, season)]
    columns.append([series[i - 1] for i in rows])
    x, y = np.array(columns).T, np.array([series[i] for i in rows])
    left = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    found = [None] * len(series)
    for i, value in zip(rows, left):
        found[i] = float(value)
    return found


def correlation(a, b, lag):
    """Pearson's of the ranks (taken over each whole series) where a comes `lag` before b."""

    def ranked(series):
        there = [i for i, v in enumerate(series) if v is not None]
        ranks = stats.rankdata([series[i] for i in there])
        return dict(zip(there, map(float, ranks)))

    ra, rb = ranked(a), ranked(b)
    pairs = [(ra[i - lag], rb[i]) for i in rb if i - lag in ra]
    return {"lag": lag, "rho": float(stats.pearsonr(*zip(*pairs)).statistic), "pairs": len(pairs)}


def case(driver, outcome, season, lags):
    a, b = prewhitened(driver, season), prewhitened(outcome, season)
    return {
        "driver": driver,
        "outcome": outcome,
        "season": season,
        "residuals": {"driver": a, "outcome": b},
        "lags": [correlation(a, b, lag) for lag in lags],
    }


def leading(n, lag, strength):
    x = rng.normal(size=n + lag)
    y = strength * x[:n] + np.sqrt(1 - strength**2) * rng.normal(size=n)
    return [round(float(v), 3) for v in x[lag:]], [round(float(v), 3) for v in y]


x, y = leading(24, 2, 0.95)
gappy = list(y)
gappy[5] = gappy[17] = None
walk = [round(float(v), 3) for v in np.cumsum(rng.normal(size=30))]
print(
    json.dumps(
        {
            "quarters, the driver two before": case(x, y, 4, range(-4, 5)),
            "with gaps": case(x, gappy, 4, range(-4, 5)),
            "years, no season": case(walk[:14], y[:14], 1, [0, 1, -1]),
            "months, too few for a season": case(walk[:24], y[:24], 12, [0, 1, 2]),
        },
        indent=1,
    )
)
