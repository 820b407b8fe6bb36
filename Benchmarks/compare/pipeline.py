#!/usr/bin/env python3
"""What one writes in an afternoon: read_csv, low pass, first principal component, find_peaks. Prints the count.

    pipeline.py FILE.csv
"""

import sys

import numpy
import pandas
from scipy.signal import butter, find_peaks, sosfiltfilt

table = pandas.read_csv(sys.argv[1])
acceleration = table[["ax", "ay", "az"]].to_numpy()
rate = (len(table) - 1) / (table["time_s"].iloc[-1] - table["time_s"].iloc[0])
smooth = sosfiltfilt(butter(2, 1, fs=rate, output="sos"), acceleration, axis=0)
smooth -= smooth.mean(axis=0)
axis = numpy.linalg.eigh(smooth.T @ smooth)[1][:, -1]
signal = smooth @ axis
low, high = numpy.percentile(signal, [3, 97])
peaks, _ = find_peaks(signal, prominence=0.4 * (high - low))
print(len(peaks))
