#!/usr/bin/env bash
# Runs a command with a display and a keyring of its own, so that tests never touch those of the person at this machine.
#   tests/e2e.sh COMMAND …        Linux; needs Xvfb, dbus and gnome-keyring
set -euo pipefail
export XDG_CURRENT_DESKTOP=GNOME NO_AT_BRIDGE=1 XDG_DATA_HOME XDG_RUNTIME_DIR
XDG_DATA_HOME=$(mktemp -d) # where the keyring's file goes
XDG_RUNTIME_DIR=$(mktemp -d)
trap 'rm -rf "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"' EXIT
dbus-run-session -- bash -c '
  printf "test\n" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
  keyring=$(pgrep -n -u "$(id -u)" gnome-keyring-d || true)
  trap "kill $keyring 2>/dev/null || true" EXIT
  xvfb-run -a -s "-screen 0 1600x1000x24" "$@"
' bash "$@"
