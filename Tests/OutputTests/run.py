#!/usr/bin/env python3
"""Checks the reports of a built program over code in which every rule finds something.

    run.py --program path/awaitwise --tools FOLDER

The code is that of the rules' fixtures, copied into a folder whose name has blanks and letters beyond ASCII. FOLDER is
what Tests/EditorTests/install.sh was given: it has an independent model of SARIF 2.1.0. Where AWAITWISE_SARIF_SCHEMA
names OASIS's own schema, reports are validated against that too. The last line reads `N passed, N failed`.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent.parent
FIXTURES = ROOT / "Tests" / "ConcurrencyRulesTests" / "Fixtures"
FOLDER = "täglich neu"
WEB_PROJECT = """<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
</Project>
"""


class Program:
    """The program, and the folder it works on."""

    def __init__(self, path, folder):
        self.path = str(Path(path).resolve())
        self.folder = folder

    def run(self, *arguments, folder=None, status=(0, 1)):
        """Standard output and standard error of a run, which must end with one of some exit codes."""
        done = subprocess.run(
            [self.path, *arguments], cwd=folder or self.folder, capture_output=True, timeout=600, check=False
        )
        errors = done.stderr.decode()
        assert done.returncode in status, f"exit code {done.returncode} of {arguments}: {errors[-1000:]}"
        return done.stdout.decode(), errors

    def check(self, *arguments, **options):
        return self.run("check", ".", "--select", "ALL", *arguments, **options)[0]

    def report(self, *arguments, **options):
        return json.loads(self.check("--format", "json", *arguments, **options))


def rule_ids(program):
    return re.findall(r"AW\d{3}", program.run("rules")[0])


def finding_key(finding):
    return json.dumps(finding, sort_keys=True)


# Each check takes the program and what `--format json` reported.


def every_rule_finds_something(program, report):
    """Without this the other checks would look at less than they say."""
    known = set(rule_ids(program))
    found = {finding["rule"] for finding in report["findings"]}
    assert known and found == known, f"no finding of {sorted(known - found)}"
    assert report["suppressed"], "nothing is suppressed"
    assert any(finding["related"] for finding in report["findings"])
    assert {finding["severity"] for finding in report["findings"]} == {"error", "warning", "suggestion"}


def json_counts_itself(_, report):
    counts = Counter(finding["rule"] for finding in report["findings"])
    assert {entry["rule"]: entry["count"] for entry in report["summary"]["byRule"]} == dict(counts)
    severities = Counter(finding["severity"] for finding in report["findings"])
    for severity in ("error", "warning", "suggestion"):
        assert report["summary"][severity + "s"] == severities[severity]
    for finding in report["findings"] + report["suppressed"]:
        assert (ROOT / "docs" / "rules" / (finding["rule"] + ".md")).exists()
        assert finding["message"].strip() == finding["message"] != ""
        assert (Path(FOLDER) / "x").parent.name == FOLDER and finding["path"].startswith(FOLDER + "/")
    places = [(finding["path"].encode(), finding["range"]["start"]["offset"]) for finding in report["findings"]]
    assert places == sorted(places), "the findings are not in order"


def edits_fit_the_texts(program, report):
    for finding in report["findings"]:
        for fix in finding["fixes"]:
            ends = {}
            for edit in fix["edits"]:
                data = (program.folder / edit["path"]).read_bytes()
                start, end = edit["range"]["start"]["offset"], edit["range"]["end"]["offset"]
                assert ends.get(edit["path"], 0) <= start <= end <= len(data), (finding, fix["title"])
                ends[edit["path"]] = end


def sarif_is_valid(program, report, tools):
    text = program.check("--format", "sarif", "--relative-to", ".")
    log = json.loads(text)
    sys.path.insert(0, str(Path(tools).resolve() / "python"))
    from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

    Log.model_validate_json(text)
    schema = os.environ.get("AWAITWISE_SARIF_SCHEMA")
    if schema:
        import jsonschema

        validator = jsonschema.validators.validator_for(json.loads(Path(schema).read_text()))
        errors = list(validator(json.loads(Path(schema).read_text())).iter_errors(log))
        assert not errors, [error.message for error in errors[:5]]
    else:
        print("skipped: OASIS's schema (AWAITWISE_SARIF_SCHEMA names none)")

    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(rule_ids(program))
    base = run["originalUriBaseIds"]["SRCROOT"]["uri"]
    assert re.fullmatch(r"[!-~]+", base) and unquote(base) == f"file://{program.folder}/", base
    results = run["results"]
    assert len(results) == len(report["findings"]) + len(report["suppressed"])
    prints = Counter()
    places = Counter()
    for result in results:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] == "SRCROOT" and re.fullmatch(r"[!-~]+", artifact["uri"]), artifact
        path = unquote(artifact["uri"])
        assert (program.folder / path).is_file(), path
        region = location["physicalLocation"]["region"]
        places[result["ruleId"], path, region["startLine"], region["startColumn"]] += 1
        (fingerprint,) = result["partialFingerprints"].values()
        prints[path, result["ruleId"], fingerprint] += 1
        for change in (change for fix in result.get("fixes", []) for change in fix["artifactChanges"]):
            assert (program.folder / unquote(change["artifactLocation"]["uri"])).is_file()
            assert change["replacements"]
    assert max(prints.values()) == 1, prints.most_common(3)
    assert places == Counter(
        (item["rule"], item["path"], item["range"]["start"]["line"], item["range"]["start"]["column"])
        for item in report["findings"] + report["suppressed"]
    )
    assert sum("suppressions" in result for result in results) == len(report["suppressed"])
    assert sum("fixes" in result for result in results) == sum(
        bool(item["fixes"]) for item in report["findings"] + report["suppressed"]
    )
    assert sum("relatedLocations" in result for result in results) == sum(
        bool(item["related"]) for item in report["findings"] + report["suppressed"]
    )


def junit_adds_up(program, report):
    root = ElementTree.fromstring(program.check("--format", "junit").encode())
    assert root.tag == "testsuites"
    cases = failures = 0
    for suite in root:
        assert suite.tag == "testsuite" and suite.get("name")
        own = suite.findall("testcase")
        assert int(suite.get("tests")) == len(own)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors")) == len(suite.findall("testcase/error")) == 0
        assert all(case.get("name") and case.get("classname") for case in own)
        cases += len(own)
        failures += len(suite.findall("testcase/failure"))
    assert int(root.get("tests")) == cases and int(root.get("failures")) == failures
    assert failures == sum(finding["severity"] != "suggestion" for finding in report["findings"])
    named = Counter(case.get("file") for case in root.iter("testcase") if case.get("name").startswith("AW"))
    assert named == Counter(finding["path"] for finding in report["findings"])


def code_climate_has_what_gitlab_reads(program, report):
    issues = json.loads(program.check("--format", "codeclimate"))
    assert len(issues) == len(report["findings"])
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue, finding in zip(issues, report["findings"]):
        assert issue["type"] == "issue" and issue["check_name"] == finding["rule"]
        assert issue["description"] == finding["message"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] == finding["path"]
        assert issue["location"]["lines"]["begin"] == finding["range"]["start"]["line"]
        assert set(issue["categories"]) <= {"Bug Risk", "Performance"}


def github_annotates_each_finding(program, report):
    lines = program.check("--format", "github").splitlines()
    pattern = re.compile(r"::(error|warning|notice) file=([^,:]+),line=(\d+),endLine=(\d+)(?:,col=\d+,endColumn=\d+)?,")
    own = [line for line in lines if re.search(r"title=AW\d{3} ", line)]
    assert len(own) == len(report["findings"])
    for line, finding in zip(own, report["findings"]):
        match = pattern.match(line)
        assert match and match[2] == finding["path"] and int(match[3]) == finding["range"]["start"]["line"], line
        assert match[1] == finding["severity"].replace("suggestion", "notice")


def text_shows_each_finding(program, report):
    lines = program.check().splitlines()
    heads = [line for line in lines if re.match(r".+\.cs:\d+:\d+: (error|warning|suggestion) AW\d{3}", line)]
    assert len(heads) == len(report["findings"])
    for line, finding in zip(heads, report["findings"]):
        start = finding["range"]["start"]
        assert line.startswith(f"{finding['path']}:{start['line']}:"), line


def html_shows_each_finding(program, report):
    page = program.check("--format", "html")
    shown = re.findall(r'<article [^>]*data-rule="(AW\d{3})"[^>]*data-file="([^"]*)"', page)
    assert Counter(shown) == Counter((finding["rule"], finding["path"]) for finding in report["findings"])
    assert page.count('class="carets"') == len(report["findings"])
    bars = re.findall(r'class="bar" title="[^"]+" data-rule="(AW\d{3})"', page)
    assert sorted(bars) == sorted({finding["rule"] for finding in report["findings"]})
    assert "<script src" not in page and "<link" not in page and "<img" not in page


def statistics_and_summary_count(program, report):
    table = program.check("--statistics")
    counts = {match[2]: int(match[1]) for match in re.finditer(r"^ *(\d+)  (AW\d{3}) ", table, re.MULTILINE)}
    assert counts == dict(Counter(finding["rule"] for finding in report["findings"]))
    (line,) = program.check("--summary").splitlines()
    assert line.startswith(f"Found {len(report['findings'])} problems ("), line
    assert f" in {report['summary']['files']} files in " in line, line


def shards_add_up(program, report):
    for count in (2, 3, 7):
        parts = [program.report("--shard", f"{index}/{count}") for index in range(1, count + 1)]
        for member in ("findings", "suppressed"):
            together = sorted(finding_key(item) for part in parts for item in part[member])
            assert together == sorted(finding_key(item) for item in report[member]), (count, member)
        for member in ("files", "errors", "warnings", "suggestions", "safeFixes"):
            assert sum(part["summary"][member] for part in parts) == report["summary"][member], (count, member)
        notes = {finding_key(note) for part in parts for note in part["notes"]}
        assert notes == {finding_key(note) for note in report["notes"]}


def threads_change_nothing(program, report):
    for count in (1, 5):
        assert program.report("--threads", str(count)) == report


def baseline_survives_moved_lines(program, report):
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "copy"
        shutil.copytree(program.folder, copy)
        program.check("--write-baseline", "base.json", folder=copy)
        lines = (copy / "base.json").read_text().splitlines()
        assert sum(json.loads(line.rstrip(","))["count"] for line in lines if '"rule"' in line) == len(
            report["findings"]
        )
        moved = 0
        for path in {finding["path"] for finding in report["findings"]}:
            data = (copy / path).read_bytes()
            (copy / path).write_bytes(b"\n// moved\n\n" + data)
            moved += 1
        assert moved == len({finding["path"] for finding in report["findings"]}) > 30
        after = program.report("--baseline", "base.json", folder=copy)
        assert after["findings"] == [], [finding["path"] for finding in after["findings"][:5]]
        assert after["summary"]["inBaseline"] == len(report["findings"])
        (copy / FOLDER / "New.cs").write_text(
            "using System.Threading.Tasks;\nclass New { Task<int> A() => Task.FromResult(1);\n"
            "  async Task<int> B() => A().Result; }\n"
        )
        new = program.report("--baseline", "base.json", folder=copy)
        assert {finding["path"] for finding in new["findings"]} == {FOLDER + "/New.cs"}
        assert "AW201" in {finding["rule"] for finding in new["findings"]}


def paths_follow_relative_to(program, report):
    inside = program.folder / FOLDER
    own = program.report("--relative-to", FOLDER)
    assert [FOLDER + "/" + finding["path"] for finding in own["findings"]] == [
        finding["path"] for finding in report["findings"]
    ]
    below = program.report(folder=inside)
    assert [finding["fingerprint"] for finding in below["findings"]] == [
        finding["fingerprint"] for finding in report["findings"]
    ]


def every_rule_is_explained(program, _):
    for rule in rule_ids(program):
        text = program.run("explain", rule)[0]
        assert text.startswith("# ") and rule in text
        for part in ("What it reports", "Why it hurts", "Example", "Better", "When to suppress"):
            assert part.lower() in text.lower(), (rule, part)


CHECKS = [
    every_rule_finds_something,
    json_counts_itself,
    edits_fit_the_texts,
    sarif_is_valid,
    junit_adds_up,
    code_climate_has_what_gitlab_reads,
    github_annotates_each_finding,
    text_shows_each_finding,
    html_shows_each_finding,
    statistics_and_summary_count,
    shards_add_up,
    threads_change_nothing,
    baseline_survives_moved_lines,
    paths_follow_relative_to,
    every_rule_is_explained,
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--only", action="append", help="the name of a check")
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "ein ä"
        shutil.copytree(FIXTURES, folder / FOLDER, ignore=shutil.ignore_patterns("*.fixed.cs"))
        # This rule is about server code only.
        (folder / FOLDER / "AW103" / "Web.csproj").write_text(WEB_PROJECT)
        program = Program(options.program, folder)
        report = program.report()
        for check in CHECKS:
            if options.only and check.__name__ not in options.only:
                continue
            label = check.__name__.replace("_", " ")
            try:
                check(program, report, options.tools) if check is sarif_is_valid else check(program, report)
            except Exception as error:  # any failure is this check's alone
                failed += 1
                print(f"FAILED {label}: {type(error).__name__}: {str(error)[:2000]}")
            else:
                passed += 1
                print(f"passed {label}")
            sys.stdout.flush()
    print(f"\n{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
