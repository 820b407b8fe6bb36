#!/usr/bin/env python3
"""Golden values of number and field parsing: what Python's float and csv make of the same bytes.

    make_decimals.py        writes the files beside itself

random-decimals.txt  a digest of the values of each block of seeded random decimals; DecimalGoldenTests makes the same texts
hard-decimals.txt    texts and their bit patterns (`-` where nothing is to be read)
quoted.csv, quoted.txt  rows with quotes, and a digest of the fields and values of each
"""

import csv
import io
import math
import random
import re
import struct
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
MASK = (1 << 64) - 1
BLOCKS, BLOCK = 128, 16384
REFUSED = 0x7FF8_0000_0000_0000
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def parsed(text):
    """Bit pattern, or None for what is no finite decimal number."""
    text = text.strip(" \t")
    if not NUMBER.fullmatch(text):
        return None
    value = float(text)
    return bits(value) if math.isfinite(value) else None


def mixed(digest, word):
    return ((digest ^ word) * 0x100_0000_01B3) & MASK


class SplitMix64:
    def __init__(self, state):
        self.state = state

    def next(self):
        self.state = (self.state + 0x9E37_79B9_7F4A_7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB) & MASK
        return z ^ (z >> 31)


def random_decimal(source):
    """One decimal. DecimalGoldenTests.randomDecimal does the same, step by step."""
    shape = source.next()
    text = ["", "-", "+", "-"][shape & 3]
    kind = shape >> 2 & 7
    whole, fraction = 1 + (shape >> 8) % 3, (shape >> 16) % 10
    exponent = None
    if kind == 1:
        whole, fraction = (shape >> 8) % 25, (shape >> 16) % 25
    elif kind == 2:
        exponent = (shape >> 24) % 660 - 340
    elif kind == 3:
        fraction, exponent = (shape >> 16) % 19, (shape >> 24) % 24 - 330
    elif kind == 4:
        whole = 10 + (shape >> 8) % 10
    elif kind == 5:
        whole, fraction = 15 + (shape >> 8) % 6, 0
    if whole + fraction == 0:
        whole = 1

    def digits(count):
        out = ""
        while count > 0:
            word = source.next()
            for _ in range(min(count, 16)):
                out += chr(48 + word % 10)
                word //= 10
            count -= 16
        return out

    text += digits(whole)
    if fraction or shape >> 40 & 1:
        text += "." + digits(fraction)
    if exponent is not None:
        text += ("e" if shape >> 41 & 1 else "E") + str(exponent)
    return text


def random_digests():
    source = SplitMix64(20_260_301)
    for _ in range(BLOCKS):
        digest = 0
        for _ in range(BLOCK):
            value = parsed(random_decimal(source))
            digest = mixed(digest, REFUSED if value is None else value)
        yield digest


def exact(value):
    """All decimal digits of a fraction whose denominator is a power of two."""
    places = value.denominator.bit_length() - 1
    digits = str(abs(value.numerator) * 5**places).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def halfway(value):
    """The point halfway between a double and the next, and its neighbours in the last digit."""
    middle = (Fraction(value) + Fraction(math.nextafter(value, math.inf))) / 2
    text = exact(middle)
    if "." not in text:
        text += ".0"
    yield text
    yield text + "1"
    yield text[:-1] + "4999" if text.endswith("5") else text + "0001"


def hard_texts():
    rng = random.Random(5)
    yield from """0 -0 +0 0.0 -0.0 00 000.000 .0 0. -.5 +.5 5. 1e0 1E0 1e+0 1e-0 0e999 -0e-999 1e22 1e23 9007199254740991 9007199254740992
        9007199254740993 9007199254740994 9007199254740995 18014398509481985 9223372036854775807 9223372036854775808 18446744073709551615
        18446744073709551616 1727831770608358656 1e308 1.7976931348623157e308 1.7976931348623158e308 1.7976931348623159e308 1.8e308 1e309 1e400
        -1e400 2.2250738585072014e-308 2.2250738585072011e-308 4.9406564584124654e-324 5e-324 2.4703282292062327e-324 2.4703282292062328e-324
        2.5e-324 1e-323 1e-400 -1e-400 0.1 0.2 0.3 0.1e1 123456789012345678901234567890 0.000000000000000000000000000001 1e99999999999999999999
        1e-99999999999999999999 6929495644600919.5 3.4028234664e+38 8.5 1.5 2.5 1000000000000000000000000000000e-30""".split()
    # Nothing of this is a number, though some parsers think so.
    yield from """- + . e5 1e 1e+ 1e- 1.2.3 --1 +-1 1-1 0x10 0x1p3 1_000 infinity inf -inf nan NaN 1d5 1f 1.0f 12a 1e5.5 1e1e1 1:2 12:30:00 1/2
        1.234.567 1'234.5 1..5 ..5 5.. ٣ １ 1,234 1,234.5 1.234,5 1,2,3 12,345,678 ,5,""".split()
    yield from ["", " ", "1 2", "1 234.5", "\t7\t", " 7 ", "  -7.25", "7 \t ", "- 7", "1e 5", "1 e5"]
    for _ in range(700):
        yield from halfway(rng.uniform(-20, 20))
    for _ in range(120):
        yield from halfway(math.ldexp(rng.random(), rng.randint(-80, 80)))
    for _ in range(40):
        # Halfway between subnormals: the longest decimals there are.
        yield from halfway(struct.unpack("<d", struct.pack("<Q", rng.getrandbits(rng.randint(1, 52))))[0])
    for _ in range(600):
        value = struct.unpack("<d", struct.pack("<Q", rng.getrandbits(63)))[0]
        if math.isfinite(value):
            yield repr(value)
            yield f"{value:.16e}"
            yield f"{value:.19E}"
    for _ in range(300):
        yield str(rng.getrandbits(rng.randint(50, 200)))


def spreadsheet(text):
    """What a comma may stand for in a file with decimal points: a mark, unless three digits follow that could be thousands."""
    if text.count(",") == 1 and "." not in text and not re.fullmatch(r"[^,]+,[0-9]{3}", text.strip(" \t")):
        return text.replace(",", ".")
    return text


def quoted_rows():
    rng = random.Random(7)
    for _ in range(1500):
        row = []
        for _ in range(rng.randint(1, 8)):
            number = rng.choice([f"{rng.uniform(-20, 20):.{rng.randint(0, 12)}f}", f"{rng.uniform(-1, 1):.6e}", str(rng.getrandbits(60)), "", "NaN"])
            row.append(
                rng.choice(
                    [
                        number,
                        number,
                        f'"{number}"',
                        f'" {number} "',
                        '"' + number.replace(".", ",") + '"',
                        f'"{number}""{number}"',
                        f'"{number}\n{number}"',
                        '""',
                        f"  {number} ",
                        f'"é {number} °/s"',
                    ]
                )
            )
        # A row of nothing is a blank line to one parser and an empty field to the other.
        yield ",".join(row) if any(field.strip() for field in row) else "x," + ",".join(row)


def quoted_digests(text):
    for row in csv.reader(io.StringIO(text, newline="")):
        digest = 0
        for field in row:
            # libcsv takes the spaces off fields without quotes; here they are taken off all.
            field = field.strip(" \t")
            for byte in field.encode() + b"\x1f":
                digest = mixed(digest, byte)
            value = parsed(spreadsheet(field))
            if value is not None:
                digest = mixed(digest, value)
        yield digest


def main():
    (HERE / "random-decimals.txt").write_text("".join(f"{digest:016x}\n" for digest in random_digests()))
    with open(HERE / "hard-decimals.txt", "w") as file:
        for text in hard_texts():
            value = parsed(spreadsheet(text))
            file.write(f"{text.replace(chr(9), chr(92) + 't')}\t{'-' if value is None else format(value, 'x')}\n")
    text = "".join(row + "\n" for row in quoted_rows())
    (HERE / "quoted.csv").write_text(text)
    (HERE / "quoted.txt").write_text("".join(f"{digest:016x}\n" for digest in quoted_digests(text)))


if __name__ == "__main__":
    main()
