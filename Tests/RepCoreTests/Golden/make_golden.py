#!/usr/bin/env python3
"""Writes the golden values of the signal tests from SciPy and NumPy: `python3 make_golden.py` in this folder."""
import json

import numpy as np
import scipy
from scipy import signal

random = np.random.default_rng(20)


def write(name, value):
    with open(name, "w") as file:
        json.dump({"scipy": scipy.__version__, "numpy": np.__version__, "cases": value}, file, indent=0)
        file.write("\n")


def butterworth():
    cases = []
    for order, band, cutoff, rate in [
        (1, "low", [1.0], 25), (2, "low", [0.8], 25), (2, "low", [0.075], 50), (3, "low", [5.0], 104),
        (4, "low", [10.0], 25), (5, "low", [1.0], 100), (8, "low", [3.0], 50),
        (1, "high", [0.2], 25), (2, "high", [0.5], 100), (3, "high", [0.3], 25), (6, "high", [4.0], 25),
        (1, "bandpass", [0.2, 3.0], 25), (2, "bandpass", [0.1, 11.0], 25), (3, "bandpass", [0.3, 2.0], 100),
        (4, "bandpass", [0.2, 3.0], 50), (3, "bandpass", [0.3, 12.0], 25),
    ]:
        sos = signal.butter(order, cutoff if len(cutoff) > 1 else cutoff[0], band, fs=rate, output="sos")
        x = np.cumsum(random.normal(size=60)) + 9.81
        settled, _ = signal.sosfilt(sos, x, zi=signal.sosfilt_zi(sos) * x[0])
        cases.append({
            "order": order, "band": band, "cutoff": cutoff, "rate": rate, "sos": sos.tolist(), "x": x.tolist(),
            "filtered": signal.sosfilt(sos, x).tolist(), "settled": settled.tolist(),
            "zero_phase": signal.sosfiltfilt(sos, x).tolist(),
        })
    write("butterworth.json", cases)


def peaks():
    cases = []
    for number in range(24):
        # Every third signal is coarse, so that plateaus are common; there, equal heights would make SciPy's order of
        # removal depend on the sort it happens to use, so distance is tried on the others only.
        coarse = number % 3 == 0
        x = np.cumsum(random.normal(size=80)) if number % 2 else random.normal(size=80)
        if coarse:
            x = np.round(x)
        conditions = {
            "height": [None, 0.0, 0.5][number % 3],
            "distance": None if coarse else [None, 2, 5.5, 12][number % 4],
            "prominence": [None, 0.3, 1.0, 2.0, 1.5][number % 5],
        }
        found, _ = signal.find_peaks(x, **conditions)
        prominences = signal.peak_prominences(x, found)[0]
        cases.append({"x": x.tolist(), **conditions, "peaks": found.tolist(), "prominences": prominences.tolist()})
    write("peaks.json", cases)


def statistics():
    cases = []
    for size in [1, 2, 3, 10, 57]:
        x = random.normal(size=size)
        percents = [0, 3, 25, 40, 50, 97, 100]
        cases.append({
            "x": x.tolist(), "percents": percents, "percentiles": np.percentile(x, percents).tolist(),
        })
    write("statistics.json", cases)


butterworth()
peaks()
statistics()
