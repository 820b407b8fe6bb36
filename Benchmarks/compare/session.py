#!/usr/bin/env python3
"""Writes a canonical file of about BYTES bytes: a fixture session over and over, its clock going on.

    session.py SESSION.csv BYTES > FILE.csv
"""

import sys

source, size = sys.argv[1], int(float(sys.argv[2]))
with open(source) as file:
    header, *lines = file.read().splitlines()
rows = [line.split(",", 1) for line in lines]
times = [float(time) for time, _ in rows]
length = times[-1] + (times[-1] - times[0]) / (len(times) - 1)

written = sys.stdout.write(header + "\n")
start = 0.0
while written < size:
    for time, (_, cells) in zip(times, rows):
        written += sys.stdout.write(f"{start + time:.3f},{cells}\n")
        if written >= size:
            break
    start += length
