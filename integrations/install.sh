#!/bin/sh
# Install this checkout of notice into a new environment, with the exact versions of constraints.txt.
#
#   install.sh FOLDER
#
# Prints the folder in which the commands `notice` and `notice-ci` then are. PYTHON names the Python to use.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
python=${PYTHON:-python3}

# The environment needs no pip of its own: that saves time and, in an image, space.
"$python" -m venv --clear --without-pip "$1"
for commands in "$1/bin" "$1/Scripts"; do
    if [ -d "$commands" ]; then break; fi
done
commands=$(CDPATH='' cd -- "$commands" && pwd)
"$python" -m pip --python "$1" install --quiet --disable-pip-version-check --no-cache-dir \
    --constraint "$checkout/constraints.txt" "$checkout" >&2
echo "$commands"
