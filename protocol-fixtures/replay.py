#!/usr/bin/env python3
"""Replays protocol fixtures against a language server that speaks LSP over its standard streams.

    replay.py --server 'path/awaitwise lsp' [SCENARIO…]

A SCENARIO is a path of a scenario or of a folder of them, relative to this folder or to the current one; without any,
all are replayed. README.md beside this file describes the format. The last line reads `N passed, N failed`; the exit
code is 0 when nothing failed, 1 when something did, 2 when the command line or a scenario is wrong.
"""

import argparse
import concurrent.futures
import json
import os
import queue
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent
NOT_SCENARIOS = {"files", "shared"}
DEFAULT_SETTINGS = {"debounceMilliseconds": 0}
# A request that is answered only after everything that arrived before it has been worked off.
BARRIER = {"method": "workspace/executeCommand", "params": {"command": "awaitwise.waitUntilIdle"}}
LINE_END = re.compile("\r\n|\n|\r")
CARETS = re.compile(r"^\s*//[ ]*(\^+)[ ]#(\S+)\s*$")


class FormatError(Exception):
    """The scenario itself is wrong."""


class Failure(Exception):
    """The server did something else than the scenario says."""


class Mismatch(Exception):
    """Where and why a value differs from its pattern."""


# ---------------------------------------------------------------------------------------------------------------------
# Scenarios


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def find_scenarios(names):
    if not names:
        roots = [p for p in sorted(FIXTURES.iterdir()) if p.is_dir() and p.name not in NOT_SCENARIOS]
    else:
        roots = []
        for name in names:
            candidates = [Path(name), FIXTURES / name, FIXTURES / (name + ".json")]
            roots.append(next((p for p in candidates if p.exists()), None))
            if roots[-1] is None:
                raise FormatError(f"no scenario or folder is called {name}")
    found = []
    for root in roots:
        found += sorted(root.rglob("*.json")) if root.is_dir() else [root]
    return [path for path in found if "__pycache__" not in path.parts]


def with_arguments(value, arguments):
    """Puts the arguments of a `use` step in place of `{"$argument": name}`."""
    if isinstance(value, dict):
        if set(value) == {"$argument"}:
            if value["$argument"] not in arguments:
                raise FormatError(f"the argument {value['$argument']} is not given")
            return arguments[value["$argument"]]
        return {with_arguments_in_key(key, arguments): with_arguments(item, arguments) for key, item in value.items()}
    if isinstance(value, list):
        return [with_arguments(item, arguments) for item in value]
    return value


def with_arguments_in_key(key, arguments):
    if key.startswith("$uri:$argument:"):
        return "$uri:" + arguments[key[len("$uri:$argument:"):]]
    return key


def expanded(steps, ignored):
    """All steps with `use` replaced by the steps of the shared file; adds what those files ignore."""
    result = []
    for step in steps:
        if "use" not in step:
            result.append(step)
            continue
        shared = load(FIXTURES / "shared" / (step["use"] + ".json"))
        ignored += shared.get("ignore", [])
        result += expanded(with_arguments(shared["steps"], step.get("with", {})), ignored)
    return result


# ---------------------------------------------------------------------------------------------------------------------
# Places in texts


class Text:
    """A text with its lines as LSP counts them, and its marked places."""

    def __init__(self, name, content):
        self.name = name
        self.content = content
        self.starts = [0] + [match.end() for match in LINE_END.finditer(content)]
        self.marks = {}
        marked_line = 0
        for number, start in enumerate(self.starts):
            end = self.starts[number + 1] if number + 1 < len(self.starts) else len(content)
            line = content[start:end].rstrip("\r\n")
            match = CARETS.match(line)
            if match is None:
                marked_line = number
                continue
            base = self.starts[marked_line]
            self.marks[match.group(2)] = (base + match.start(1), base + match.end(1))

    def place(self, reference):
        """The start and end (in code points) of `name#mark`, `name#mark:start`, `name#mark:end` or a search."""
        if isinstance(reference, str):
            mark, _, side = reference.partition("#")[2].partition(":")
            if mark not in self.marks:
                raise FormatError(f"{self.name} has no place marked #{mark}")
            start, end = self.marks[mark]
        else:
            side = reference.get("at", "")
            start, end = self.search(reference)
        if side == "start":
            return start, start
        if side == "end":
            return end, end
        if side:
            raise FormatError(f"a place has a start and an end, but no {side}")
        return start, end

    def search(self, reference):
        if "of" not in reference:
            return 0, len(self.content)
        wanted, found, start = reference["of"], [], -1
        while (start := self.content.find(wanted, start + 1)) >= 0:
            found.append(start)
        occurrence = reference.get("occurrence")
        if occurrence is None and len(found) != 1:
            raise FormatError(f"{self.name} has {wanted!r} {len(found)} times, so name the occurrence")
        if not 1 <= (occurrence or 1) <= len(found):
            raise FormatError(f"{self.name} has {wanted!r} only {len(found)} times")
        start = found[(occurrence or 1) - 1]
        return start, start + len(wanted)

    def position(self, offset, encoding):
        line = 0
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] <= offset:
                line, low = middle, middle + 1
            else:
                high = middle
        return {"line": line, "character": width(self.content[self.starts[line]:offset], encoding)}

    def offset(self, position, encoding):
        if not 0 <= position["line"] < len(self.starts):
            raise Mismatch(f"line {position['line']} is beyond the end of {self.name}")
        start = self.starts[position["line"]]
        line_end = LINE_END.search(self.content, start)
        end = line_end.start() if line_end else len(self.content)
        offset, left = start, position["character"]
        while left > 0 and offset < end:
            left -= width(self.content[offset], encoding)
            offset += 1
        if left != 0:
            raise Mismatch(f"{position} is no place of a character in {self.name}")
        return offset


def width(text, encoding):
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    if encoding == "utf-16":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text)


def apply_edits(text, edits, encoding):
    """The text after edits that all refer to the original; edits at one place keep their order."""
    placed = []
    for edit in edits:
        start = text.offset(edit["range"]["start"], encoding)
        end = text.offset(edit["range"]["end"], encoding)
        if start > end:
            raise Mismatch("an edit ends before it starts")
        placed.append((start, end, edit["newText"]))
    placed.sort(key=lambda edit: (edit[0], edit[1]))
    result, done = [], 0
    for start, end, new_text in placed:
        if start < done:
            raise Mismatch("two edits overlap")
        result += [text.content[done:start], new_text]
        done = end
    return "".join(result) + text.content[done:]


# ---------------------------------------------------------------------------------------------------------------------
# Values: what is sent, and patterns for what comes back

TEXT_FORMS = {"$file", "$text", "$concat", "$repeat", "$replace", "$lineEnds"}


def only_key(value):
    """The key of a placeholder object, else None."""
    if isinstance(value, dict) and len(value) == 1:
        key = next(iter(value))
        if key.startswith("$") and not key.startswith("$uri:"):
            return key
    return None


class Values:
    """Turns the placeholders of one running scenario into values, and compares messages with patterns."""

    def __init__(self, scenario, root):
        self.root = root
        self.encoding = "utf-16"
        self.bound = {}
        self.ids = {}
        self.processes = {"runner": os.getpid()}
        self.settings = scenario.get("settings", DEFAULT_SETTINGS)
        self.sources = {**scenario.get("files", {}), **scenario.get("texts", {})}
        self.texts = {}

    def text_named(self, name):
        if name not in self.texts:
            if name not in self.sources:
                raise FormatError(f"no file or text is called {name}")
            self.texts[name] = Text(name, self.text(self.sources[name]))
        return self.texts[name]

    def text(self, value):
        if isinstance(value, str):
            return value
        key = only_key(value)
        body = value.get(key) if key else None
        if key == "$file":
            with open(FIXTURES / body, encoding="utf-8", newline="") as file:
                return file.read()
        if key == "$text":
            return self.text_named(body).content
        if key == "$concat":
            return "".join(self.text(part) for part in body)
        if key == "$repeat":
            return self.text(body["text"]) * body["times"]
        if key == "$lineEnds":
            return LINE_END.sub(lambda _: body["as"], self.text(body["of"]))
        if key == "$replace":
            text = self.text(body["in"])
            if text.count(body["old"]) != 1:
                raise FormatError(f"{body['old']!r} occurs {text.count(body['old'])} times, not once")
            return text.replace(body["old"], body["new"])
        raise FormatError(f"this is no text: {json.dumps(value)}")

    def uri(self, name):
        return "file://" + urllib.parse.quote(self.path(name))

    def path(self, name):
        return os.path.join(self.root, name) if name else self.root

    def place(self, reference):
        name = reference.partition("#")[0] if isinstance(reference, str) else reference["in"]
        text = self.text_named(name)
        start, end = text.place(reference)
        return {"start": text.position(start, self.encoding), "end": text.position(end, self.encoding)}

    def placeholder(self, key, body):
        """The value of a placeholder that stands for exactly one value."""
        if key == "$uri":
            return self.uri(body)
        if key == "$path":
            return self.path(body)
        if key in TEXT_FORMS:
            return self.text({key: body})
        if key == "$range":
            return self.place(body)
        if key == "$position":
            return self.place(body)["start"]
        if key == "$ref":
            if body not in self.bound:
                raise FormatError(f"nothing is bound to {body}")
            return self.bound[body]
        if key == "$id":
            return self.ids[body]
        if key == "$pid":
            return self.processes[body]
        if key == "$settings":
            return self.settings
        raise FormatError(f"{key} can't stand here")

    def key(self, key):
        return self.uri(key[len("$uri:"):]) if key.startswith("$uri:") else key

    def build(self, value):
        key = only_key(value)
        if key is not None:
            return self.placeholder(key, value[key])
        if isinstance(value, dict):
            return {self.key(name): self.build(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self.build(item) for item in value]
        return value

    # Patterns

    def match(self, pattern, value, path):
        key = only_key(pattern)
        if key is not None:
            self.match_placeholder(key, pattern[key], value, path)
        elif isinstance(pattern, dict):
            self.match_object(pattern, value, path, open_ended=False)
        elif isinstance(pattern, list):
            self.match_array(pattern, value, path)
        elif not same(pattern, value):
            raise Mismatch(f"{path} is {shown(value)}, not {shown(pattern)}")

    def match_placeholder(self, key, body, value, path):
        if key == "$any":
            if body is not True and not is_type(value, body):
                raise Mismatch(f"{path} is {shown(value)}, not of type {body}")
        elif key == "$bind":
            if isinstance(body, dict):
                self.match(body["as"], value, path)
                body = body["name"]
            self.bound[body] = value
        elif key == "$match":
            if not isinstance(value, str) or re.search(body, value) is None:
                raise Mismatch(f"{path} is {shown(value)}, which does not match {body}")
        elif key == "$not":
            try:
                self.match(body, value, path)
            except Mismatch:
                return
            raise Mismatch(f"{path} is {shown(value)}, which it must not be")
        elif key == "$subset":
            self.match_object(body, value, path, open_ended=True)
        elif key in ("$unordered", "$contains"):
            self.match_any_order(body, value, path, key == "$contains")
        elif key == "$edits":
            if not isinstance(value, list):
                raise Mismatch(f"{path} is {shown(value)}, not an array of edits")
            result = apply_edits(self.text_named(body["of"]), value, self.encoding)
            expected = self.text(body["give"])
            if result != expected:
                raise Mismatch(f"{path} gives\n{result}\ninstead of\n{expected}")
        elif key == "$absent":
            raise Mismatch(f"{path} is there, but must be absent: {shown(value)}")
        else:
            self.match(escaped(self.placeholder(key, body)), value, path)

    def match_object(self, pattern, value, path, open_ended):
        if not isinstance(value, dict):
            raise Mismatch(f"{path} is {shown(value)}, not an object")
        names = {self.key(name): item for name, item in pattern.items()}
        for name, item in names.items():
            if only_key(item) == "$absent":
                if name in value:
                    raise Mismatch(f"{path}.{name} is there, but must be absent: {shown(value[name])}")
            elif name not in value:
                raise Mismatch(f"{path}.{name} is missing")
            else:
                self.match(item, value[name], f"{path}.{name}")
        extra = [name for name in value if name not in names]
        if extra and not open_ended:
            raise Mismatch(f"{path} has also {', '.join(extra)}")

    def match_array(self, pattern, value, path):
        if not isinstance(value, list):
            raise Mismatch(f"{path} is {shown(value)}, not an array")
        for index, item in enumerate(pattern[:len(value)]):
            self.match(item, value[index], f"{path}[{index}]")
        if len(pattern) != len(value):
            raise Mismatch(f"{path} has {len(value)} elements, not {len(pattern)}: {shown(value)}")

    def match_any_order(self, pattern, value, path, open_ended):
        if not isinstance(value, list):
            raise Mismatch(f"{path} is {shown(value)}, not an array")
        left = list(value)
        for index, item in enumerate(pattern):
            reasons = []
            for candidate in left:
                bound = dict(self.bound)
                try:
                    self.match(item, candidate, f"{path}[{index}]")
                    left.remove(candidate)
                    break
                except Mismatch as mismatch:
                    self.bound = bound
                    reasons.append(str(mismatch))
            else:
                raise Mismatch(f"{path} has nothing like element {index} ({shown(item)}): " + "; ".join(reasons))
        if left and not open_ended:
            raise Mismatch(f"{path} has also {shown(left)}")


def escaped(value):
    """A value as a pattern that matches exactly it."""
    if only_key(value) is not None:
        return {"$subset": value}
    return value


def same(a, b):
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    return type(a) is type(b) and a == b or (
        isinstance(a, (int, float)) and isinstance(b, (int, float)) and a == b)


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return {"string": str, "boolean": bool, "object": dict, "array": list, "null": type(None)}[name] is type(value)


def shown(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 600 else text[:600] + " …"


# ---------------------------------------------------------------------------------------------------------------------
# The server's process


class Server:
    """A running server: frames go in, messages come out in the order in which they arrive."""

    def __init__(self, command, directory, log):
        self.process = subprocess.Popen(
            command, cwd=directory, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, bufsize=0)
        self.messages = queue.Queue()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        """Reads frames; the queue gets each message, then None at the end, or a Failure for bytes that are no frame."""
        buffer = b""
        stream = self.process.stdout
        while True:
            while (split := buffer.find(b"\r\n\r\n")) >= 0:
                header = buffer[:split].decode("ascii", "replace")
                match = re.fullmatch(r"Content-Length: (\d+)(\r\nContent-Type: [^\r\n]*)?", header)
                if match is None:
                    self.messages.put(Failure(f"the server wrote a header that is none: {header!r}"))
                    return
                length, start = int(match.group(1)), split + 4
                while len(buffer) < start + length:
                    more = stream.read(1 << 16)
                    if not more:
                        self.messages.put(Failure("the server's output ends inside a message"))
                        return
                    buffer += more
                body, buffer = buffer[start:start + length], buffer[start + length:]
                try:
                    self.messages.put(json.loads(body.decode("utf-8")))
                except ValueError as error:
                    self.messages.put(Failure(f"the server wrote a body that is no JSON: {error}: {body[:300]!r}"))
                    return
            more = stream.read(1 << 16)
            if not more:
                self.messages.put(Failure(f"the server wrote bytes that are no frame: {buffer!r}") if buffer else None)
                return
            buffer += more

    def write(self, data):
        view = memoryview(data)
        while view:
            written = self.process.stdin.write(view)
            view = view[written:]

    def send(self, message):
        self.write(frame(message))

    def close_input(self):
        self.process.stdin.close()

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        # The reader ends by itself, since nobody holds the other end of the pipe any more.
        self.reader.join(5)
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except OSError:
                pass


def frame(message, header="Content-Length: {length}\r\n\r\n"):
    body = message if isinstance(message, str) else json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    data = body.encode("utf-8", "surrogatepass")
    return header.replace("{length}", str(len(data))).encode() + data


# ---------------------------------------------------------------------------------------------------------------------
# Running


class Run:
    """One replay of one scenario."""

    def __init__(self, scenario, command, observe=None):
        self.scenario = scenario
        self.command = command
        self.observe = observe or (lambda message, request: None)
        self.timeout = scenario.get("timeoutSeconds", 20) * float(os.environ.get("AWAITWISE_FIXTURE_PATIENCE", "1"))
        self.ignored = list(scenario.get("ignore", []))
        self.steps = expanded(scenario["steps"], self.ignored)
        self.requests = {}
        self.answered = set()
        self.next_id = 1
        self.started = {}
        self.at_end = False

    def run(self):
        folder = tempfile.mkdtemp(prefix="awaitwise-fixture-")
        # A symbolic link in the path would make two URIs of one file.
        root = os.path.join(os.path.realpath(folder), "workspace")
        log_path = os.path.join(folder, "stderr.txt")
        self.values = Values(self.scenario, root)
        try:
            os.mkdir(root)
            for name in self.scenario.get("files", {}):
                self.write_file(name, self.values.text_named(name).content)
            command = self.command + self.scenario.get("arguments", [])
            with open(log_path, "wb") as log:
                self.server = Server(command, root, log)
            try:
                self.run_steps()
            finally:
                self.server.stop()
                for process in self.started.values():
                    process.kill()
                    process.wait()
        except Failure as failure:
            with open(log_path, encoding="utf-8", errors="replace") as log:
                lines = log.read().splitlines()[-12:]
            raise Failure(str(failure) + "".join(f"\n    stderr: {line}" for line in lines)) from None
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def run_steps(self):
        for number, step in enumerate(self.steps, 1):
            try:
                self.run_step(step)
            except (Failure, Mismatch) as problem:
                raise Failure(f"step {number} of {len(self.steps)}\n    expected: {shown(step)}\n    got: {problem}") \
                    from None
            except (BrokenPipeError, ValueError) as problem:
                raise Failure(f"step {number} of {len(self.steps)}: the server no longer reads ({problem})") from None

    def run_step(self, step):
        if "send" in step:
            self.send(step)
        elif "response" in step or "expect" in step:
            self.take([step])
        elif "together" in step:
            self.take(list(step["together"]))
        elif "quiet" in step:
            self.quiet()
        elif "sendBytes" in step:
            self.send_bytes(step)
        elif "closeInput" in step:
            self.server.close_input()
        elif "exit" in step:
            self.exit(step["exit"])
        elif "writeFile" in step:
            self.write_file(step["writeFile"]["name"], self.values.text(step["writeFile"]["text"]))
        elif "deleteFile" in step:
            os.remove(self.values.path(step["deleteFile"]))
        elif "startProcess" in step:
            process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
            self.started[step["startProcess"]] = process
            self.values.processes[step["startProcess"]] = process.pid
        elif "endProcess" in step:
            self.started[step["endProcess"]].kill()
            self.started[step["endProcess"]].wait()
        elif "note" not in step:
            raise FormatError(f"a step has none of the known keys: {json.dumps(step)}")

    # Sending

    def send(self, step):
        message = {"jsonrpc": "2.0"}
        name = step.get("request")
        if name is not None:
            message["id"] = step.get("id", self.next_id)
            self.next_id += 1
            self.values.ids[name] = message["id"]
            self.requests[identity(message["id"])] = (name, step["send"]["method"])
        message["method"] = step["send"]["method"]
        if "params" in step["send"]:
            message["params"] = self.values.build(step["send"]["params"])
        self.server.send(message)

    def send_bytes(self, step):
        parts = step["sendBytes"] if isinstance(step["sendBytes"], list) else [step["sendBytes"]]
        data = b"".join(self.part(part) for part in parts)
        sizes, start = step.get("chunks", [len(data) or 1]), 0
        for index in range(len(data)):
            if start >= len(data):
                break
            size = sizes[min(index, len(sizes) - 1)]
            self.server.write(data[start:start + size])
            start += size
            if len(sizes) > 1 or index < 50:
                time.sleep(0.002)

    def part(self, part):
        key = only_key(part)
        if key == "$hex":
            return bytes.fromhex(part[key])
        if key == "$frame":
            body = part[key]
            message = body["message"]
            built = message if isinstance(message, str) else self.values.build(message)
            if isinstance(built, dict) and "id" in built and "method" in built:
                self.requests[identity(built["id"])] = (None, built["method"])
            return frame(built, body.get("header", "Content-Length: {length}\r\n\r\n"))
        return self.values.text(part).encode("utf-8", "surrogatepass")

    def write_file(self, name, content):
        path = self.values.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(content)

    # Receiving

    def receive(self):
        """The next message that is not ignored; None at the end of the server's output."""
        deadline = time.monotonic() + self.timeout
        while True:
            if self.at_end:
                return None
            try:
                message = self.server.messages.get(timeout=max(0.001, deadline - time.monotonic()))
            except queue.Empty:
                raise Failure(f"nothing within {self.timeout:g} s") from None
            if isinstance(message, Failure):
                raise message
            if message is None:
                self.at_end = True
                return None
            self.check(message)
            if not self.ignore(message):
                return message

    def check(self, message):
        """What holds for every message, whatever a scenario says."""
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            raise Failure(f"a message that is no JSON-RPC 2.0: {shown(message)}")
        if "method" in message:
            self.observe(message, None)
            return
        if ("result" in message) == ("error" in message):
            raise Failure(f"a response needs either a result or an error: {shown(message)}")
        request = identity(message.get("id"))
        if message.get("id") is not None:
            if request not in self.requests:
                raise Failure(f"a response to a request that nobody made: {shown(message)}")
            if request in self.answered:
                raise Failure(f"a second response to one request: {shown(message)}")
            self.answered.add(request)
        method = self.requests.get(request, (None, None))[1]
        self.observe(message, method)
        if method == "initialize" and isinstance(message.get("result"), dict):
            self.values.encoding = message["result"].get("capabilities", {}).get("positionEncoding", "utf-16")

    def ignore(self, message):
        for entry in self.ignored:
            method, reply = (entry, None) if isinstance(entry, str) else (entry["method"], entry.get("reply"))
            if message.get("method") == method:
                if "id" in message:
                    self.server.send({"jsonrpc": "2.0", "id": message["id"], "result": self.values.build(reply)})
                return True
        return False

    def take(self, steps):
        """Takes as many messages as there are steps, in any order."""
        while steps:
            message = self.receive()
            if message is None:
                raise Failure("the end of the server's output")
            reasons = []
            for step in steps:
                bound = dict(self.values.bound)
                try:
                    self.match(step, message)
                    steps.remove(step)
                    break
                except Mismatch as mismatch:
                    self.values.bound = bound
                    reasons.append(str(mismatch))
            else:
                raise Failure(f"{shown(message)}\n    because: " + "\n    or: ".join(reasons))

    def match(self, step, message):
        if "response" in step:
            pattern = {"id": self.values.ids[step["response"]]}
            pattern["error" if "error" in step else "result"] = step.get("error", step.get("result"))
            self.values.match(pattern, without(message, "jsonrpc"), "response")
            return
        pattern = step["expect"]
        anonymous = "method" in pattern and "id" not in pattern
        if "reply" in step and "id" not in message:
            raise Mismatch("it is no request, so there is nothing to reply to")
        if anonymous and "reply" not in step and "id" in message:
            raise Mismatch("it is a request, so the scenario must reply")
        names = ("jsonrpc", "id") if anonymous else ("jsonrpc",)
        self.values.match(pattern, without(message, *names), "message")
        if "reply" in step:
            reply = {key: self.values.build(value) for key, value in step["reply"].items()}
            self.server.send({"jsonrpc": "2.0", "id": message["id"], **reply})

    def quiet(self):
        """Asks for something that is answered last, so that silence needs no waiting."""
        step = {"request": "barrier", "send": BARRIER}
        self.send(step)
        message = self.receive()
        if message is None:
            raise Failure("the end of the server's output")
        if message.get("id") != self.values.ids["barrier"]:
            raise Failure(f"{shown(message)}, where nothing more should come")
        if "error" in message:
            raise Failure(f"the barrier request failed: {shown(message)}")

    def exit(self, code):
        """The process ends by itself with this code, and writes nothing more."""
        message = self.receive()
        if message is not None:
            raise Failure(f"{shown(message)}, where the server should end")
        try:
            got = self.server.process.wait(self.timeout)
        except subprocess.TimeoutExpired:
            raise Failure("a server that closed its output but goes on") from None
        if got != code:
            raise Failure(f"exit code {got}")


def without(message, *names):
    return {key: value for key, value in message.items() if key not in names}


def identity(value):
    return json.dumps(value)


def replay(path, command, observe=None):
    """Replays one scenario. Returns None, or what went wrong."""
    try:
        Run(load(path), command, observe).run()
        return None
    except Failure as failure:
        return str(failure)
    except (FormatError, KeyError, OSError, ValueError) as error:
        return f"the scenario is wrong: {type(error).__name__}: {error}"


def short(path):
    try:
        return str(path.resolve().relative_to(FIXTURES))
    except ValueError:
        return str(path)


def main():
    parser = argparse.ArgumentParser(description="Replays protocol fixtures against a language server over stdio.")
    parser.add_argument("--server", required=True, help="the server's command line, such as 'path/awaitwise lsp'")
    parser.add_argument("--jobs", type=int, default=4, help="scenarios replayed at a time (default 4)")
    parser.add_argument("--verbose", action="store_true", help="print passed scenarios too")
    parser.add_argument("scenario", nargs="*", help="scenarios or folders of scenarios; all without any")
    options = parser.parse_args()
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    command = shlex.split(options.server)
    if os.path.sep in command[0]:
        command[0] = os.path.abspath(command[0])
    try:
        paths = find_scenarios(options.scenario)
    except FormatError as error:
        parser.error(str(error))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max(1, options.jobs)) as pool:
        for path, problem in zip(paths, pool.map(lambda path: replay(path, command), paths)):
            if problem is not None:
                failed += 1
                print(f"FAILED {short(path)}: {problem}")
            elif options.verbose:
                print(f"passed {short(path)}")
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
