"""The xirr workload by numpy: what a skilled analyst would write. One thread.

    python3 numpy-rates.py <folder> <answer> newton        what is usually written: Newton's method from a guess of 10 %
    python3 numpy-rates.py <folder> <answer> brackets     what a careful analyst writes: brackets first, then safe Newton
"""
import pathlib
import sys

import numpy as np

FLOWS, CHUNK = 60, 2_000
LOW, HIGH = np.log(1e-4), np.log(1e6 + 1)
GRID = np.sort(np.r_[0, np.linspace(LOW, HIGH, 64)])
folder, answer, method = pathlib.Path(sys.argv[1]), *sys.argv[2:4]
all_amounts = np.memmap(folder / "amounts.i32", "<i4", "r").reshape(-1, FLOWS)
all_days = np.memmap(folder / "days.i32", "<i4", "r").reshape(-1, FLOWS)


def value_and_slope(amounts, years, y):
    """f and f′ at y = ln(1+r)."""
    worth = amounts * np.exp(-y[:, None] * years)
    return worth.sum(axis=1), -np.einsum("ij,ij->i", worth, years)


def newton(amounts, years):
    rate = np.where((amounts > 0).any(axis=1) & (amounts < 0).any(axis=1), 0.1, np.nan)
    active = np.flatnonzero(~np.isnan(rate))
    for _ in range(100):
        value, slope = value_and_slope(amounts[active], years[active], np.log1p(rate[active]))
        with np.errstate(all="ignore"):
            step = value / slope * (1 + rate[active])
            rate[active] -= step
        rate[active[~(rate[active] > -1)]] = np.nan
        active = active[np.abs(step) > 1e-12 * (1 + np.abs(rate[active]))]
        if not len(active):
            break
    rate[active] = np.nan
    return rate


def safe_newton(amounts, years, low, high, rising):
    """The root inside each bracket: Newton, or halving where Newton would leave it."""
    y = np.clip(0.0, low, high) + np.zeros(len(amounts))
    active = np.arange(len(amounts))
    for _ in range(100):
        value, slope = value_and_slope(amounts, years, y[active])
        above = (value > 0) == rising
        high = np.where(above, y[active], high)
        low = np.where(above, low, y[active])
        with np.errstate(all="ignore"):
            following = y[active] - value / slope
        following = np.where((following > low) & (following < high), following, (low + high) / 2)
        going = np.abs(following - y[active]) > 1e-14 * np.maximum(1, np.abs(following))
        y[active] = following
        if not going.any():
            break
        if going.mean() < 0.7:
            amounts, years, low, high, rising = amounts[going], years[going], low[going], high[going], rising[going]
            active = active[going]
    return y


def nearest_bracket(amounts, years):
    """The sign change nearest zero on a grid, for flows that change sign more than once."""
    values = np.stack([value_and_slope(amounts, years, np.full(len(amounts), y))[0] for y in GRID], axis=1)
    crossing = (values[:, :-1] < 0) != (values[:, 1:] < 0)
    distance = np.where(crossing, np.minimum(np.abs(GRID[:-1]), np.abs(GRID[1:])), np.inf)
    at = distance.argmin(axis=1)
    return crossing.any(axis=1), GRID[at], GRID[at + 1], values[np.arange(len(at)), at] < 0


def bracket(amounts, years):
    rate = np.full(len(amounts), np.nan)
    sign = np.sign(amounts)
    filled = np.where(sign == 0, 0, np.arange(FLOWS))  # carry the last sign over zeros
    sign = np.take_along_axis(sign, np.maximum.accumulate(filled, axis=1), axis=1)
    changes = ((sign[:, 1:] * sign[:, :-1]) < 0).sum(axis=1)
    for at, single in ((np.flatnonzero(changes == 1), True), (np.flatnonzero(changes > 1), False)):
        if not len(at):
            continue
        a, t = amounts[at], years[at]
        if single:  # at most one root, by Descartes
            low, high = np.full(len(at), LOW), np.full(len(at), HIGH)
            rising = value_and_slope(a, t, low)[0] < 0
            has = rising != (value_and_slope(a, t, high)[0] < 0)
        else:
            has, low, high, rising = nearest_bracket(a, t)
        rate[at[has]] = np.expm1(safe_newton(a[has], t[has], low[has], high[has], rising[has]))
    return rate


def total_loss_apart(solve):
    """A flow with outlays and no gains has lost everything: −100 %."""
    def solve_all(amounts, years):
        rate = solve(amounts, years)
        rate[(amounts < 0).any(axis=1) & ~(amounts > 0).any(axis=1)] = -1
        return rate
    return solve_all


solve = newton if method == "newton" else bracket
rates = [total_loss_apart(solve)(all_amounts[first:first + CHUNK].astype(float), all_days[first:first + CHUNK] / 365)
         for first in range(0, len(all_amounts), CHUNK)]
np.concatenate(rates).tofile(answer)
