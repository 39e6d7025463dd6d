"""Makes expected.json: an answer from millions of draws of the numpy peer, its spread, and the means that have a formula.

    python3 bench/simulate/reference.py > bench/simulate/expected.json

The formulas are sums over months, with the four inputs integrated over a fine grid; nothing is drawn for them.
"""
import importlib
import json
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent / "peers"))
peer = importlib.import_module("numpy-draws")
DRAWS = 2_000_000
PART = 100_000


def spread_of_quantile(values, level):
    low, high = np.quantile(values, (level - 0.002, level + 0.002))
    return float(np.sqrt(level * (1 - level)) * (high - low) / 0.004)


def spreads(found):
    quantiles = lambda values: {f"p{round(100 * level)}": spread_of_quantile(values, level) for level in (0.1, 0.5, 0.9)}
    return {
        "npv": {owner: {"mean": float(found[owner].std()), **quantiles(found[owner])}
                for owner in ("municipality", "region", "state", "investor")},
        "irr": quantiles(found["irr"]),
        **{name: float(found[name].std()) for name in ("loss", "successes", "cost")},
        "saving": found["saving"].std(axis=0).tolist(),
    }


def mean_over(density, function, low=0.0, high=1.0):
    """The mean of a function of an input, by the middles of many equal stretches."""
    x = low + (high - low) * (np.arange(400_000) + 0.5) / 400_000
    weight = density(x)
    return float((weight * function(x)).sum() / weight.sum())


def exact_means():
    beta = lambda a, b: lambda x: x ** (a - 1) * (1 - x) ** (b - 1)
    normal = lambda x: np.exp(-(((x - 0.15) / 0.10) ** 2) / 2)
    waits = np.exp(-1.5) * np.cumprod(np.concatenate([[1.0], 1.5 / np.arange(1, 60)]))
    starts = np.zeros(140)
    for planned in range(1, 13):
        starts[planned : planned + 60] += 10 * waits
    serving = [mean_over(beta(4, 36), lambda q: (1 - q) ** (k / 9)) for k in range(9)]
    stays = mean_over(beta(4, 36), lambda q: 1 - q)
    succeeds = [mean_over(beta(24, 16), lambda p: (1 - p) ** (k / 24) - (1 - p) ** ((k + 1) / 24)) for k in range(24)]
    success, months = np.zeros(200), 0.0
    for start, people in enumerate(starts):
        months += people * sum(share for k, share in enumerate(serving) if start + k <= 60)
        for k, share in enumerate(succeeds):
            success[start + 9 + k] += people * stays * share
    success[61:] = 0
    kept = [mean_over(normal, lambda d: (1 - d) ** (age / 12), 0.0, 0.5) for age in range(121)]
    monthly = [10_000 * sum(success[s] * kept[m - s] for s in range(1, min(m, 61))) for m in range(1, 121)]
    return {
        "successes": float(success.sum()),
        "cost": float(500_000 + 9_000 * months),
        "saving": np.reshape(monthly, (10, 12)).sum(axis=1).tolist(),
    }


parts = [peer.draws_of(PART, 1000 + part) for part in range(DRAWS // PART)]
found = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
print(json.dumps({"value": peer.answer(found), "spread": spreads(found), "exact": exact_means()}, indent=1))
