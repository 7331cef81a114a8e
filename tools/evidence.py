#!/usr/bin/env python3
"""Measures every rule on articles of your own: rebuilds rules/EVIDENCE.md and tables/evidence.csv.

    tools/evidence.py FACTLINT ARTICLE... [--judge]

FACTLINT is the program, ARTICLE a file or folder of published articles. All rules run, those that are
off among them. With --judge each finding that nobody has read yet is shown, and whether it is right is
asked for. What was answered is kept in tools/verdicts.csv: a finding stands there under a digest of its
rule, article and marked words, so that no article is needed to keep it and none can be read from it.
"""

import csv
import datetime
import hashlib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
VERDICTS = HERE / "verdicts.csv"
TABLE = HERE.parent / "tables" / "evidence.csv"
REPORT = HERE.parent / "rules" / "EVIDENCE.md"

HEAD = """# How each rule was measured

Made by `tools/evidence.py`: do not edit. On {day} all rules were run over {articles:,} published news articles of many
papers, and the findings were read in their articles. "Right" means that what the rule says of the printed words is
true, whatever the paper meant; a finding that was not read counts as neither right nor wrong.

A rule ships as an error only where nothing that it said here was wrong and it found real errors elsewhere, or errors that
were put into articles on purpose; else it is a warning, or off until a newsroom asks for it. Found nothing is no evidence
of being right: it says how rarely the rule speaks.

The examples are those that `factlint test` runs.

| rule | severity | found | in 1,000 articles | read | right | bad examples | good examples |
|---|---|---:|---:|---:|---:|---:|---:|
"""


def rules(factlint):
    """The id, the severity and whether it is off, of each rule."""
    for line in run([factlint, "rules", "--isolated"]).splitlines():
        rule, severity = line.split()[:2]
        # Rules about stets look at no statements.
        if not rule.startswith("stet/"):
            yield rule, severity, line.endswith(("(off)", "(draft)"))


def examples():
    """The numbers of bad and good examples of each rule, from the rule files."""
    found = {}
    for path in sorted(HERE.parent.glob("rules/*.rules")):
        rule = None
        for line in path.read_text().splitlines():
            word, *rest = line.split()[:2] or [""]
            if line.startswith("rule "):
                rule = rest[0]
                found[rule] = [0, 0]
            elif rule and word in ("bad", "good") and line.startswith("  "):
                found[rule][word == "good"] += 1
    return found


def run(command):
    """What a command prints. Findings are no failure; a run that is not whole is."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout


def digest(finding):
    """What a finding is kept under."""
    article = finding["article"].rsplit("/", 1)[-1]
    parts = [finding["rule"], article, *(mark["text"] for mark in finding["marks"])]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def judge(findings, verdicts):
    """Asks of each finding that is not read whether it is right."""
    for finding in findings:
        key = digest(finding)
        if key in verdicts:
            continue
        print(f"\n{finding['rule']} ({finding['severity']}) in {finding['article']}\n  {finding['message']}")
        for mark in finding["marks"]:
            print(f"  {mark['label']}: “{mark['text']}” at byte {mark['start']} of the {mark['field']}")
        answer = input("right, wrong, or neither (r/w/Enter)? ").strip().lower()
        if answer in ("r", "w"):
            verdicts[key] = (finding["rule"], "right" if answer == "r" else "wrong")


def read_verdicts():
    """The verdicts by digest."""
    if not VERDICTS.exists():
        return {}
    with VERDICTS.open(newline="") as file:
        return {row["finding"]: (row["rule"], row["verdict"]) for row in csv.DictReader(file)}


def write_verdicts(verdicts):
    """Writes the verdicts in the order of the rules, so that a change shows as one line."""
    with VERDICTS.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["finding", "rule", "verdict"])
        for key, (rule, verdict) in sorted(verdicts.items(), key=lambda item: (item[1][0], item[0])):
            writer.writerow([key, rule, verdict])


def main():
    """Runs, asks where that is wished, and writes."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--judge"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    factlint, articles = arguments[0], arguments[1:]
    known = list(rules(factlint))
    only = [part for rule, _, _ in known for part in ("--rule", rule)]
    told = json.loads(run([factlint, "check", "--isolated", "--format", "json", *only, *articles]))
    findings, total = told["findings"], told["totals"]["articles"]
    verdicts = read_verdicts()
    if "--judge" in sys.argv:
        judge(findings, verdicts)
        write_verdicts(verdicts)
    shown = examples()
    day = datetime.date.today().isoformat()
    lines = []
    with TABLE.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "articles", "found", "read", "right"])
        for rule, severity, off in known:
            own = [verdicts.get(digest(one)) for one in findings if one["rule"] == rule]
            read = [verdict for verdict in own if verdict]
            right = sum(verdict == "right" for _, verdict in read)
            writer.writerow([rule, total, len(own), len(read), right])
            bad, good = shown.get(rule, (0, 0))
            severity = "off" if off else severity
            share = f"{1000 * len(own) / total:.2f}"
            lines.append(f"| `{rule}` | {severity} | {len(own)} | {share} | {len(read)} | {right} | {bad} | {good} |\n")
    REPORT.write_text(HEAD.format(day=day, articles=total) + "".join(lines))


if __name__ == "__main__":
    main()
