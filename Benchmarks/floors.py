#!/usr/bin/env python3
"""Writes a floors file (schema repcount.floors/1) from what `repcount benchmark --format json` printed.

    floors.py FLOORS.json TOLD.json BLIND.json [--anew]

Floors are for whole datasets: finer ones would forbid every change that wins ten recordings and loses one. They only
rise: a figure worse than its floor keeps the floor and is named. `--anew` forgets the old floors; the change that
needs it says why.
"""

import json
import math
import sys

DIGITS = 4  # of the benchmark's JSON
# Figure -> room below it (above it for errors and false alarms): none for what a person reads off the report.
MINIMA = {
    "exact": 0, "within_1": 0, "plan_verdicts": 0, "set_f1": 0.01, "named_set_exact": 0.01, "set_named": 0.01,
    "range_covers": 0.01, "range_single": 0.02, "rep_f1": 0.01, "turns_found": 0.01, "hold_f1": 0.01, "hold_verdict": 0.01,
}
MAXIMA = {  # as a share of the figure
    "mean_absolute_error": 0.02, "hold_duration_error_p95_s": 0.05,
    "false_reps_per_hour": 0.05, "false_sets_per_hour": 0.05, "false_holds_per_hour": 0.05,
}


def bounds(group):
    """Limits of one dataset. Figures are rounded in the JSON, so a limit stands one digit aside unless exact."""
    last = 10**-DIGITS
    limits = {"failed": {"maximum": group["failed"]}}
    for key, room in MINIMA.items():
        value = group["metrics"].get(key)
        if value:
            exact = value == 1 and room == 0
            limits[key] = {"minimum": value if exact else round(max(0, value - room - last), DIGITS)}
    for key, room in MAXIMA.items():
        value = group["metrics"].get(key)
        if value is not None:
            limits[key] = {"maximum": 0 if value == 0 else math.ceil((value * (1 + room) + last) * 1000) / 1000}
    return limits


def keep_better(name, old, new):
    for key, limit in old.items():
        for bound, value in limit.items():
            now = new.get(key, {}).get(bound)
            worse = now is None or (now < value if bound == "minimum" else now > value)
            if worse:
                print(f"{name}: {key} keeps its {bound} of {value} (now it would be {now})")
                new.setdefault(key, {})[bound] = value
    return new


def main(arguments):
    anew = "--anew" in arguments
    path, *documents = [a for a in arguments if a != "--anew"]
    if len(documents) != 2:
        sys.exit(__doc__)
    old = {}
    if not anew:
        try:
            with open(path) as file:
                old = json.load(file)
        except FileNotFoundError:
            pass
    floors = {"schema": "repcount.floors/1"}
    for document in documents:
        with open(document) as file:
            counter = json.load(file)["counters"][0]
        mode = counter["mode"]
        floors[mode] = dict(old.get(mode, {}))
        for group in counter["datasets"]:
            name = group["dataset"]
            floors[mode][name] = keep_better(f"{mode} {name}", old.get(mode, {}).get(name, {}), bounds(group))
    with open(path, "w") as file:
        json.dump(floors, file, indent=2)
        file.write("\n")


main(sys.argv[1:])
