"""The reports that the browser opens: how each is made, and what has to be on it."""

import pathlib
import shutil
import subprocess

FIXTURES = pathlib.Path("Fixtures")
PROGRAMMES = FIXTURES / "programme-sessions" / "recordings"
SETS = FIXTURES / "single-sets" / "recordings"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>.csv"

# What every page shows: selector -> fewest.
SESSION = {"main h1": 1, "footer strong": 1, "section.glossary dt": 10, "dl.facts dd": 4, ".strip svg.drawing": 1}
PLAN = {"table.plan tbody tr": 13, "table.plan .verdict": 13, "p.lead strong": 1}


def without_rows(source, target, start, end):
    """Copies a recording without the samples from `start` to `end` seconds."""
    head, *rows = source.read_text().splitlines()
    kept = [row for row in rows if not start <= float(row.split(",")[0]) < end]
    target.write_text("\n".join([head, *kept]) + "\n")


def make(repcount, fixtures, folder):
    """Writes the pages into `folder`; returns (name, file, required elements, most pages on A4) of each."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    gap = inputs / "gap.csv"
    without_rows(SETS / "squat-bert-thigh-right-idle-8.csv", gap, 20, 26)
    hostile = inputs / HOSTILE.replace("/", "\u2215")
    shutil.copyfile(SETS / "squat-anna-thigh-right-clean-12.csv", hostile)

    def analyze(name, required, most, *arguments):
        file = folder / f"{name}.html"
        command = [repcount, "analyze", *map(str, arguments), "--format", "html", "--output", str(file)]
        subprocess.run(command, check=True)
        return name, file, {**SESSION, **required}, most

    def batch(name, required, most, *arguments):
        file = folder / f"{name}.html"
        command = [repcount, "batch", *map(str, arguments), "--quiet", "--format", "html", "--output", str(file)]
        # One of the recordings is broken on purpose: EX_DATAERR.
        status = subprocess.run(command, stderr=subprocess.DEVNULL).returncode
        if status != 65:
            raise SystemExit(f"{name}: batch ended with {status}")
        return name, file, {**SESSION, **required}, most

    week = inputs / "week"
    subprocess.run([fixtures, "week", str(week)], check=True)

    plan = ["--plan", "runners-knee"]
    return [
        analyze(
            "compliant", {**PLAN, ".verdict.met": 8, ".bar.rep": 60, ".bar.hold": 2, ".bar.target": 2, ".chart svg": 10,
                          "table.holds": 2, "table.sums": 1, "details table tbody tr": 60},
            7, f"thigh:right={PROGRAMMES / 'anna-thigh-right.csv'}", *plan),
        analyze(
            "not-compliant", {**PLAN, ".plan .verdict.short": 2, ".plan .verdict.not-observable": 5}, 7,
            f"thigh:right={PROGRAMMES / 'bert-thigh-right.csv'}", *plan),
        analyze(
            "not-observable", {**PLAN, ".plan .verdict.not-observable": 8, "table.sums .why": 4}, 7,
            f"wrist:left={PROGRAMMES / 'emil-wrist-left.csv'}", *plan),
        analyze("missing", {**PLAN, ".plan .verdict.missing": 1}, 7, f"thigh:left={PROGRAMMES / 'cleo-thigh-left.csv'}", *plan),
        analyze("gap", {".strip .gap": 1, "path.curve": 2, ".findings li": 1}, 3, gap, "--exercise", "squat"),
        analyze("empty", {}, 2, f"wrist:left={FIXTURES / 'everyday/recordings/standing-about-anna-wrist-left.csv'}"),
        analyze(
            "several", {"article.session": 2, "nav a": 2}, 6, SETS / "lunge-alternating-anna-thigh-right-clean-12.csv",
            SETS / "bridge-anna-thigh-right-clean-10.csv"),
        batch(
            "week", {"table.calendar tbody tr": 6, ".calendar .verdict.met": 10, ".calendar .verdict.missing": 3,
                     ".calendar .verdict.short": 2, ".calendar .verdict.not-observable": 3, ".day-chart .column": 4,
                     ".attention li": 2, ".sessions a": 6, "article.session": 6},
            30, week, "--plan", week / "plan.yaml", "--person", "Anna <b>", "--time-zone", "GMT"),
        analyze("hostile", {}, 3, hostile, "--exercise", "squat"),
    ]
