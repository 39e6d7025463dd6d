"""The simulate workload in numpy: a thousand draws at a time, everybody's months in arrays. See SPEC.md.

    python3 numpy-draws.py <answer.json> <draws> [seed]
"""
import json
import sys

import numpy as np

PEOPLE, LAST, SERVICE, AFTER, YEARS = 120, 60, 9, 24, 10
AT_A_TIME = 1_000
HALF_YEARS = np.arange(6, LAST + 1, 6)
BY_MONTH = 1.035 ** (-np.arange(LAST + 1) / 12)
BY_YEAR = 1.035 ** -np.arange(1.0, YEARS + 1)


def inputs(random, n):
    decay = random.normal(0.15, 0.10, n)
    while True:
        outside = np.flatnonzero((decay < 0) | (decay > 0.5))
        if len(outside) == 0:
            break
        decay[outside] = random.normal(0.15, 0.10, len(outside))
    saving = np.exp(random.normal(np.log(120_000) - 0.25**2 / 2, 0.25, n))
    return random.beta(24, 16, n), random.beta(4, 36, n), decay, saving


def counted(months, counts):
    """How often each month from 0 to the last comes in each row, of those that count."""
    rows, width = months.shape[0], LAST + 2
    places = np.minimum(months, LAST + 1) + width * np.arange(rows)[:, None]
    return np.bincount(places.ravel(), counts.ravel().astype(float), rows * width).reshape(rows, width)[:, : LAST + 1]


def people(random, rate, dropout):
    """People in service and successes, by draw and month."""
    n = len(rate)
    start = np.arange(PEOPLE) // 10 + 1 + random.poisson(1.5, (n, PEOPLE))
    leaves = random.geometric((1 - (1 - dropout) ** (1 / SERVICE))[:, None], (n, PEOPLE))
    waits = random.geometric((1 - (1 - rate) ** (1 / AFTER))[:, None], (n, PEOPLE))
    everybody = np.ones((n, PEOPLE))
    change = counted(start, everybody) - counted(start + np.minimum(leaves, SERVICE), everybody)
    return change.cumsum(axis=1), counted(start + SERVICE - 1 + waits, (leaves > SERVICE) & (waits <= AFTER))


def yearly_rate(flow):
    """By halving the stretch in which the monthly discount factor lies."""
    low, high = np.full(len(flow), 0.5), np.full(len(flow), 2.0)
    by_month = np.ascontiguousarray(flow.T)
    for _ in range(48):
        factor = (low + high) / 2
        worth = np.zeros(len(flow))
        for amounts in by_month[::-1]:
            worth = worth * factor + amounts
        above = worth > 0
        high[above] = factor[above]
        low[~above] = factor[~above]
    return ((low + high) / 2) ** -12 - 1


def some_draws(random, n):
    rate, dropout, decay, saving = inputs(random, n)
    serving, success = people(random, rate, dropout)
    settled = np.minimum(170_000 * success.cumsum(axis=1)[:, HALF_YEARS], 12_000_000)
    settled[:, -1] = np.maximum(settled[:, -1], 8_500_000)
    paid = np.zeros((n, LAST + 1))
    paid[:, HALF_YEARS] = np.diff(settled, axis=1, prepend=0)
    outlay = 9_000 * serving
    outlay[:, 0] += 500_000
    flow = paid - outlay

    kept = (1 - decay) ** (1 / 12)
    effect, by_year = np.zeros(n), np.zeros((n, YEARS))
    for month in range(1, 12 * YEARS + 1):
        if month <= LAST + 1:
            effect += success[:, month - 1]
        effect *= kept
        by_year[:, (month - 1) // 12] += effect
    by_year *= (saving / 12)[:, None]
    worth, borne = by_year @ BY_YEAR, paid[:, 1:].reshape(n, 5, 12).sum(axis=2) @ BY_YEAR[:5]
    return {
        "municipality": 0.55 * worth - 0.8 * borne, "region": 0.15 * worth, "state": 0.3 * worth - 0.2 * borne,
        "investor": flow @ BY_MONTH, "irr": yearly_rate(flow), "loss": (flow.sum(axis=1) < 0).astype(float),
        "successes": success.sum(axis=1), "cost": outlay.sum(axis=1), "saving": by_year,
    }


def draws_of(count, seed):
    random = np.random.Generator(np.random.SFC64(seed))
    parts = [some_draws(random, min(AT_A_TIME, count - done)) for done in range(0, count, AT_A_TIME)]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def quantiles(values):
    return dict(zip(("p10", "p50", "p90"), np.quantile(values, (0.1, 0.5, 0.9)).tolist()))


def answer(found):
    return {
        "draws": len(found["irr"]),
        "npv": {owner: {"mean": float(found[owner].mean()), **quantiles(found[owner])}
                for owner in ("municipality", "region", "state", "investor")},
        "irr": quantiles(found["irr"]),
        **{name: float(found[name].mean()) for name in ("loss", "successes", "cost")},
        "saving": found["saving"].mean(axis=0).tolist(),
    }


if __name__ == "__main__":
    with open(sys.argv[1], "w") as out:
        json.dump(answer(draws_of(int(sys.argv[2]), int((sys.argv + ["1"])[3]))), out)
