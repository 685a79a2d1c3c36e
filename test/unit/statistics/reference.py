"""Makes reference.json, the reference values of the statistics' tests.

    pip install numpy==2.4.6 scipy==1.17.1
    python test/unit/statistics/reference.py > test/unit/statistics/reference.json
"""

import itertools
import json
import math

import numpy as np
from scipy import special, stats

rng = np.random.default_rng(20260821)


def rounded(values, digits):
    return [round(float(v), digits) for v in values]


SAMPLES = {
    "small": ([1.1, 2.3, 0.4, 5.9, 3.3], [0.2, 0.9, 1.7, 0.1, 0.8, 0.6]),
    "permeability": ([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.90, 0.74, 1.21]),
    "tied": ([1, 2, 2, 3, 3, 3, 4, 9], [1, 1, 2, 2, 2, 3, 0, 0, 4]),
    "eight": (rounded(rng.exponential(5, 8), 6), rounded(rng.exponential(3, 30), 6)),
    "thirty": (rounded(rng.exponential(5, 30), 6), rounded(rng.exponential(3, 40), 6)),
    "many": (rounded(rng.exponential(5, 150), 6), rounded(rng.exponential(3, 120), 6)),
    "many tied": (rounded(rng.exponential(5, 90), 0), rounded(rng.exponential(3, 120), 0)),
    "one after": ([1.5, 2.5, 3.5, 9.0], [1.0]),
}


def hodges_lehmann(x, y, confidence=0.95):
    """Brute force over all pairs; the rank of the bounds as documented in hodgesLehmann.ts."""
    m, n = len(x), len(y)
    differences = np.sort(np.subtract.outer(np.array(y), np.array(x)).ravel())
    both = np.concatenate([x, y])
    ties = len(set(both)) < len(both)
    if not ties and m < 50 and n < 50:
        counts = np.zeros(m * n + 1)
        counts[0] = 1
        # Gaussian binomial coefficients, in exact whole numbers
        counts = [1]
        for i in range(1, m + 1):
            grown = [0] * (len(counts) + n + i)
            for u, c in enumerate(counts):
                grown[u] += c
                grown[u + n + i] -= c
            for u in range(i, len(grown)):
                grown[u] += grown[u - i]
            counts = grown
        counts = counts[: m * n + 1]
        total = math.comb(m + n, m)
        assert sum(counts) == total
        reached, u = 0, -1
        while reached / total < (1 - confidence) / 2:
            u += 1
            reached += counts[u]
    else:
        _, t = np.unique(both, return_counts=True)
        size = m + n
        sigma = math.sqrt(m * n / 12 * (size + 1 - (t**3 - t).sum() / (size * (size - 1))))
        u = math.ceil(m * n / 2 - 0.5 - stats.norm.ppf(0.5 + confidence / 2) * sigma)
    c = min(max(1, u), math.ceil(m * n / 2))
    return {"estimate": float(np.median(differences)), "low": float(differences[c - 1]), "high": float(differences[m * n - c])}


def sample(x, y):
    test = stats.mannwhitneyu(y, x)
    result = {
        "before": x,
        "after": y,
        "u": float(test.statistic),
        "p": float(test.pvalue),
        "pAsymptotic": float(stats.mannwhitneyu(y, x, method="asymptotic").pvalue),
        "shift": hodges_lehmann(x, y),
        "quantiles": [[q, float(np.quantile(x, q))] for q in (0, 0.1, 0.25, 0.5, 0.9, 0.95, 1)],
        "mean": float(np.mean(x)),
        "sd": float(np.std(x, ddof=1)),
        "skewness": float(stats.skew(x, bias=False)),
    }
    if len(y) > 1:
        w = stats.ttest_ind(y, x, equal_var=False)
        ci = w.confidence_interval()
        result["welch"] = {"t": float(w.statistic), "df": float(w.df), "p": float(w.pvalue), "low": float(ci.low), "high": float(ci.high)}
    return result


def wilson(k, n):
    ci = stats.binomtest(k, n).proportion_ci(method="wilson")
    return [float(ci.low), float(ci.high)]


def newcombe(k0, n0, k1, n1):
    """Newcombe (1998), method 10, from scipy's Wilson intervals."""
    (l0, u0), (l1, u1) = wilson(k0, n0), wilson(k1, n1)
    p0, p1 = k0 / n0, k1 / n1
    return [p1 - p0, p1 - p0 - math.hypot(p1 - l1, u0 - p0), p1 - p0 + math.hypot(u1 - p1, p0 - l0)]


def proportions(k0, n0, k1, n1):
    chi2 = stats.chi2_contingency([[k0, n0 - k0], [k1, n1 - k1]], correction=False)
    return {
        "before": {"successes": k0, "n": n0},
        "after": {"successes": k1, "n": n1},
        "wilson": [wilson(k0, n0), wilson(k1, n1)],
        "newcombe": newcombe(k0, n0, k1, n1),
        "z": math.copysign(math.sqrt(chi2.statistic), k1 / n1 - k0 / n0),
        "p": float(chi2.pvalue),
    }


def t_values():
    ps = (1e-12, 1e-5, 0.01, 0.05, 0.5, 0.9)
    dfs = (1, 1.5, 2, 5, 10, 29.7, 300, 1e4, 1.5e6)
    return [[p, df, float(stats.t.isf(p / 2, df))] for p, df in itertools.product(ps, dfs)]


def nhs_flags(y, lpl, upl, nlpl, nupl, centre):
    """The rules as R's NHSRplotthedots 0.2 has them (ptd_calculate_point_type.R), line by line."""
    n = len(y)
    outside = [v > upl or v < lpl for v in y]
    rtm = [int(np.sign(v - centre)) for v in y]
    close = [not o and (v < nlpl or v > nupl) for v, o in zip(y, outside)]
    padded = [0] * 6 + rtm
    one_side = [int(padded[i + 6] != 0 and all(padded[i + k] == padded[i + 6] for k in range(6))) for i in range(n)]
    trend = [0] * n
    for i in range(6, n):
        d = np.sign(np.diff(y[i - 6 : i + 1]))
        trend[i] = int(abs(d.sum()) == 6)
    part = lambda v: [any((v + [0] * 6)[i + k] for k in range(7)) for i in range(n)]
    vp, rp = [0, 0] + close + [0, 0], [0, 0] + rtm + [0, 0]
    two = [
        any(sum(vp[i + k : i + k + 3]) >= 2 and abs(sum(rp[i + k : i + k + 3])) == 3 for k in range(3)) and close[i]
        for i in range(n)
    ]
    named = {"outside": outside, "trend": part(trend), "two-of-three": two, "shift": part(one_side)}
    return [[rule for rule in named if named[rule][i]] for i in range(n)]


def xmr(y, screen):
    mr = np.abs(np.diff(y))
    amr = mr.mean()
    if screen:
        amr = mr[mr < 3.267 * amr].mean()
    centre = float(np.mean(y))
    near = 2 * (2.66 / 3)
    lpl, upl, nlpl, nupl = centre - 2.66 * amr, centre + 2.66 * amr, centre - near * amr, centre + near * amr
    return {
        "values": y,
        "screen": screen,
        "centre": centre,
        "lower": float(lpl),
        "upper": float(upl),
        "rules": nhs_flags(y, lpl, upl, nlpl, nupl, centre),
    }


def xmr_series():
    noise = rounded(rng.normal(50, 5, 60), 3)
    shifted = rounded(np.concatenate([rng.normal(50, 5, 30), rng.normal(56, 5, 30)]), 3)
    drifting = rounded(np.arange(40) * 0.9 + rng.normal(20, 2, 40), 3)
    spiky = rounded(np.where(rng.random(50) < 0.1, 90, rng.normal(50, 4, 50)), 3)
    whole = [int(v) for v in rng.poisson(4, 60)]
    return [xmr(y, screen) for y in (noise, shifted, drifting, spiky, whole) for screen in (False, True)]


def p_prime():
    """qicharts2's qic.pp without screening and without clipping."""
    n = [int(v) for v in rng.integers(2000, 30000, 24)]
    k = [int(v) for v in rng.binomial(n, np.clip(rng.normal(0.12, 0.01, 24), 0, 1))]
    p, size = np.array(k) / np.array(n), np.array(n)
    centre = sum(k) / sum(n)
    sd = np.sqrt(centre * (1 - centre) / size)
    z = (p - centre) / sd
    sigma = np.abs(np.diff(z)).mean() / 1.128
    return {
        "numerators": k,
        "denominators": n,
        "centre": centre,
        "sigmaZ": float(sigma),
        "lower": [float(v) for v in centre - 3 * sd * sigma],
        "upper": [float(v) for v in centre + 3 * sd * sigma],
    }


def interrupted():
    """Ordinary least squares on the whole design at once: intercept, time, step, time after the step."""
    y = rounded(np.concatenate([rng.normal(40, 3, 12) + 0.2 * np.arange(12), rng.normal(34, 3, 10) - 0.5 * np.arange(10)]), 4)
    n, change = 22, 12
    time = np.arange(n) - change
    step = (time >= 0).astype(float)
    x = np.column_stack([np.ones(n), time, step, step * time])
    beta, rss, _, _ = np.linalg.lstsq(x, np.array(y), rcond=None)
    df = n - 4
    errors = np.sqrt(np.diag(np.linalg.inv(x.T @ x)) * rss[0] / df)
    residuals = np.array(y) - x @ beta
    result = {"before": y[:change], "after": y[change:], "durbinWatson": float((np.diff(residuals) ** 2).sum() / rss[0])}
    for name, i in (("level", 2), ("slope", 3)):
        half = stats.t.isf(0.025, df) * errors[i]
        t = beta[i] / errors[i]
        result[name] = [float(v) for v in (beta[i], beta[i] - half, beta[i] + half, t, 2 * stats.t.sf(abs(t), df))]
    return result


print(
    json.dumps(
        {
            "normalCdf": [[x, float(stats.norm.cdf(x))] for x in (-37.5, -30, -14.2, -10, -7, -5.7, -5.6, -3, -1.96, -0.7, -0.3, 0, 0.2, 0.6745, 1.5, 3, 8)],
            "normalQuantile": [[p, float(special.ndtri(p))] for p in (1e-300, 1e-100, 1e-30, 1e-12, 1e-5, 0.001, 0.025, 0.07, 0.3, 0.5, 0.7, 0.975, 0.999999)],
            "logGamma": [[x, float(special.gammaln(x))] for x in (0.01, 0.5, 1.5, 3, 9.99, 10, 25.5, 1e3, 1e6)],
            "twoSidedT": t_values(),
            "samples": {name: sample(*pair) for name, pair in SAMPLES.items()},
            "crossingsLimits": [[n, int(stats.binom.ppf(0.05, n - 1, 0.5))] for n in range(2, 400, 7)],
            "xmr": xmr_series(),
            "pPrime": p_prime(),
            "interrupted": interrupted(),
            "proportions": [proportions(*c) for c in ((496, 575, 805, 859), (7, 10, 9, 10), (1, 30, 12, 40), (15, 148, 0, 150), (56, 70, 48, 80))],
        },
        indent=1,
    )
)
