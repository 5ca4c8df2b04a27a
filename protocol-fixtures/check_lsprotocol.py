#!/usr/bin/env python3
"""Replays all scenarios and reads each message of the server with the message types of the Python package lsprotocol.

    check_lsprotocol.py --server 'path/awaitwise lsp' [--tools FOLDER] [SCENARIO…]

Each message is turned into its type and back: a member that the protocol does not know gets lost on the way, a value of
another type fails. Whether the scenarios themselves pass is replay.py's business. FOLDER is where
Tests/EditorTests/install.sh put the package. The last line reads `N passed, N failed` and counts messages.
"""

import argparse
import collections
import os
import shlex
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import replay


def lost(original, back, path):
    """The places of what the protocol's types did not keep."""
    if isinstance(original, dict):
        if not isinstance(back, dict):
            yield f"{path}: an object became {back!r}"
            return
        for key, value in original.items():
            # Left out and null mean the same to these types.
            if key in back:
                yield from lost(value, back[key], f"{path}.{key}")
            elif value is not None:
                yield f"{path}: the protocol has no member {key} here"
    elif isinstance(original, list):
        if not isinstance(back, list) or len(original) != len(back):
            yield f"{path}: an array of {len(original)} became {back!r}"
            return
        for index, (value, other) in enumerate(zip(original, back)):
            yield from lost(value, other, f"{path}[{index}]")
    elif original != back or isinstance(original, bool) != isinstance(back, bool):
        yield f"{path}: {original!r} became {back!r}"


class Checker:
    """Checks messages; several scenarios run at a time."""

    def __init__(self):
        from lsprotocol import converters, types

        self.types = types
        self.converter = converters.get_converter()
        self.lock = threading.Lock()
        self.passed = 0
        self.problems = collections.Counter()

    def type_of(self, message, request):
        """The protocol's type of a message of the server."""
        if "method" in message:
            entry = self.types.METHOD_TO_TYPES.get(message["method"])
            if entry is None:
                return None
            if self.types.message_direction(message["method"]) == "clientToServer":
                return None
            return entry[0]
        if "error" in message:
            return self.types.ResponseErrorMessage
        entry = self.types.METHOD_TO_TYPES.get(request)
        return entry[1] if entry else None

    def check(self, message, request):
        name = message.get("method") or f"the response to {request}"
        with self.lock:
            kind = self.type_of(message, request)
            if kind is None:
                self.problems[f"{name}: the protocol has no such message of a server"] += 1
                return
            try:
                back = self.converter.unstructure(self.converter.structure(message, kind))
                problems = list(lost(message, back, name))
            except Exception as error:  # cattrs raises many types
                problems = [f"{name}: {type(error).__name__}: {error}"]
            for problem in problems:
                self.problems[problem] += 1
            if not problems:
                self.passed += 1


def main():
    parser = argparse.ArgumentParser(description="Reads each message of a server with lsprotocol's types.")
    parser.add_argument("--server", required=True, help="the server's command line, such as 'path/awaitwise lsp'")
    parser.add_argument("--tools", help="the folder that install.sh was given")
    parser.add_argument("scenario", nargs="*", help="scenarios or folders of scenarios; all without any")
    options = parser.parse_args()
    if options.tools:
        sys.path.insert(0, str(Path(options.tools) / "python"))
    try:
        checker = Checker()
    except ImportError as error:
        sys.exit(f"check_lsprotocol.py needs the Python packages lsprotocol and cattrs ({error})")
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    command = shlex.split(options.server)
    if os.path.sep in command[0]:
        command[0] = os.path.abspath(command[0])
    paths = replay.find_scenarios(options.scenario)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda path: replay.replay(path, command, checker.check), paths))
    for problem, count in sorted(checker.problems.items()):
        print(f"FAILED {count} times: {problem}")
    failed = sum(checker.problems.values())
    print(f"{checker.passed} passed, {failed} failed")
    return 1 if failed or not checker.passed else 0


if __name__ == "__main__":
    sys.exit(main())
