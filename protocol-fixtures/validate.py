#!/usr/bin/env python3
"""Validates all scenarios and shared steps against schema.json, and checks what a schema can't say.

    validate.py [--tools FOLDER]

Needs the Python package jsonschema; FOLDER is where Tests/EditorTests/install.sh put it. The last line reads
`N passed, N failed`.
"""

import argparse
import json
import sys
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent
PLACEHOLDERS = {
    "$uri", "$path", "$file", "$text", "$concat", "$repeat", "$replace", "$lineEnds", "$range", "$position", "$id",
    "$pid", "$settings", "$ref", "$any", "$match", "$bind", "$subset", "$absent", "$unordered", "$contains", "$edits",
    "$not", "$hex", "$frame", "$argument",
}


def problems_of_placeholders(value, where):
    """Names that start with `$` but mean nothing, and files that are missing."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from problems_of_placeholders(item, f"{where}[{index}]")
        return
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        if key.startswith("$") and not key.startswith("$uri:"):
            if key not in PLACEHOLDERS:
                yield f"{where}: there is no placeholder {key}"
            elif len(value) != 1:
                yield f"{where}: the placeholder {key} does not stand alone"
            elif key == "$file" and not (FIXTURES / item).is_file():
                yield f"{where}: {item} does not exist"
        if key == "use" and isinstance(item, str) and not (FIXTURES / "shared" / (item + ".json")).is_file():
            yield f"{where}: shared/{item}.json does not exist"
        yield from problems_of_placeholders(item, f"{where}.{key}")


def problems_of_names(scenario):
    """Texts, requests and values that nothing defines. Only for scenarios without shared steps that define some."""
    defined = {"runner"}
    for step in scenario["steps"]:
        for entry in step.get("together", [step]):
            if "response" in entry and "use" not in json.dumps(scenario["steps"]):
                if entry["response"] not in defined:
                    yield f"a response to {entry['response']}, which no step before requests"
        if "request" in step:
            defined.add(step["request"])


def main():
    parser = argparse.ArgumentParser(description="Validates the scenarios against schema.json.")
    parser.add_argument("--tools", help="the folder that install.sh was given")
    options = parser.parse_args()
    if options.tools:
        sys.path.insert(0, str(Path(options.tools) / "python"))
    try:
        import jsonschema
    except ImportError:
        sys.exit("validate.py needs the Python package jsonschema")

    schema = json.loads((FIXTURES / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    passed, failed = 0, 0
    for path in sorted(FIXTURES.rglob("*.json")):
        name = path.relative_to(FIXTURES)
        if name.parts[0] == "files" or len(name.parts) == 1:
            continue
        try:
            scenario = json.loads(path.read_text(encoding="utf-8"))
            problems = [
                f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
                for error in validator.iter_errors(scenario)
            ]
            if not problems:
                problems += problems_of_placeholders(scenario, "scenario")
                problems += problems_of_names(scenario)
        except ValueError as error:
            problems = [str(error)]
        if problems:
            failed += 1
            for problem in problems:
                print(f"FAILED {name}: {problem}")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
