"""The settle workload by numpy, with pandas to read the CSV: what a skilled analyst would write. One thread.

    python3 numpy-pandas.py <data folder> <answer file>
"""
import json
import sys
import time

import numpy as np
import pandas as pd

FAR = 1 << 28  # After every day there is.
MONTHS = (-6, 0, 6, 12, 18, 24, 30, 36)


def main(folder, answer):
    begun = time.perf_counter()
    facts = pd.read_csv(f"{folder}/facts.csv", dtype={
        "person_id": np.int32, "measure": "category", "date_from": "category", "date_to": "category",
        "value": "float32"})
    people = pd.read_csv(f"{folder}/people.csv", dtype={"start_date": "category", "observed_to": "category"})
    contracts = pd.read_csv(f"{folder}/contracts.csv").sort_values("contract_id")
    report("read", begun)

    begun = time.perf_counter()
    start = people.start_date.cat.categories.values.astype("datetime64[D]")[people.start_date.cat.codes.to_numpy()]
    edges = [months_after(start, months) for months in MONTHS]
    met = goals(Facts(facts, len(people)), edges, days_of(people.observed_to))
    settle(met, people.contract_id.to_numpy() - 1, contracts).to_csv(answer, index=False)
    report("compute", begun)


class Facts:
    """Columns of the facts, days as whole numbers; a person's number is their place in people.csv."""

    def __init__(self, facts, count):
        self.count = count
        self.person = facts.person_id.to_numpy() - 1
        self.day_from, self.day_to = days_of(facts.date_from), days_of(facts.date_to)
        self.value = facts.value.to_numpy()
        self.measure = facts.measure.cat.codes.to_numpy()
        self.codes = {name: code for code, name in enumerate(facts.measure.cat.categories)}

    def of(self, measure):
        at = np.flatnonzero(self.measure == self.codes[measure])
        return self.person[at], self.day_from[at], self.day_to[at], np.nan_to_num(self.value[at]).astype(np.int64)

    def latest(self, measure, first, last):
        """The value on the person's latest day from `first` through `last`, the highest of that day; -1 if none."""
        person, day, _, value = self.of(measure)
        keep = (day >= first[person]) & (day <= last[person])
        key = np.full(self.count, -1, np.int64)
        np.maximum.at(key, person[keep], day[keep].astype(np.int64) * 16 + value[keep])
        return np.where(key < 0, -1, key % 16)

    def covered(self, measure, edges):
        """Days between each two neighbouring edges that the person's facts cover, none counted twice."""
        person, first, last, _ = self.of(measure)
        keep = (first < edges[-1][person]) & (last > edges[0][person])
        person = person[keep]
        first = np.maximum(first[keep], edges[0][person])
        last = np.minimum(last[keep], edges[-1][person])
        order = np.lexsort((first, person))
        person, first, last = person[order], first[order], last[order]
        # One running maximum serves everybody: each person's days are lifted above those of all before them.
        lift = person.astype(np.int64) << 20
        ended = np.maximum.accumulate(lift + last)
        first[1:] = np.maximum(first[1:], ended[:-1] - lift[1:])
        for low, high in zip(edges[:-1], edges[1:]):
            inside = np.minimum(last, high[person]) - np.maximum(first, low[person])
            yield np.bincount(person, np.maximum(inside, 0), self.count).astype(np.int64)


def goals(facts, edges, observed_to):
    start, after_12, after_24, after_36 = edges[1], edges[3], edges[5], edges[7]
    monday = after_24 - (after_24 + 3) % 7

    nights_before, *nights = facts.covered("shelter", edges)
    subgroup = nights_before > 30
    support = facts.latest("support", after_24, after_36)
    wellbeing_before = facts.latest("wellbeing", start - 183, start - 1)
    wellbeing_after = facts.latest("wellbeing", after_12, after_36)
    c_missing = (wellbeing_before < 0) | (wellbeing_after < 0)
    (self_supported,) = facts.covered("selfsupport", [monday - 210, monday])
    return {
        "subgroup": subgroup,
        "a_windows": sum(subgroup & (n < 6) & (observed_to >= end) for n, end in zip(nights, edges[2:])),
        "a_missing": sum(subgroup & (observed_to < end) for end in edges[2:]),
        "b_met": ~subgroup & (support >= 0) & (support <= 1) & (observed_to >= after_36),
        "c_met": ~c_missing & (wellbeing_after >= wellbeing_before + 2),
        "c_missing": c_missing,
        "d_met": (self_supported >= 26 * 7) & (observed_to >= monday),
    }


def settle(met, contract, contracts):
    def total(column):
        return np.bincount(contract, column, len(contracts)).astype(np.int64)  # Sums stay far below 2^53.

    people, missing = total(np.ones(len(contract))), total(met["c_missing"])
    prices = {name: contracts[f"price_{name}"].to_numpy() for name in "abcd"}
    prices["c"] = np.where(5 * missing > people, prices["c"] // 2, prices["c"])
    counted = {"a": "a_windows", "b": "b_met", "c": "c_met", "d": "d_met"}
    amount = sum(met[count] * prices[name][contract] for name, count in counted.items())
    capped = total(np.minimum(amount, contracts.cap_person.to_numpy()[contract]))
    return pd.DataFrame({
        "contract_id": contracts.contract_id.to_numpy(), "people": people,
        **{name: total(column) for name, column in met.items()},
        "gross": total(amount), "after_person_cap": capped, "due": np.minimum(capped, contracts.cap_contract.to_numpy()),
    })


def days_of(column):
    """Dates are few and rows are many, so each different date is read once. None is after every day."""
    days = column.cat.categories.values.astype("datetime64[D]").astype(np.int32)
    return np.append(days, np.int32(FAR))[column.cat.codes.to_numpy()]  # None has code -1, which takes the last.


def months_after(start, months):
    """The same day of a later month, or that month's last."""
    month = start.astype("datetime64[M]")
    first = (month + months).astype("datetime64[D]")
    last = (month + months + 1).astype("datetime64[D]") - 1
    return np.minimum(first + (start - month.astype("datetime64[D]")), last).astype(np.int32)


def report(phase, begun):
    print(json.dumps({"phase": phase, "seconds": round(time.perf_counter() - begun, 3)}), flush=True)


main(*sys.argv[1:3])
