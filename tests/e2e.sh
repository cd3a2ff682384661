#!/usr/bin/env bash
# Runs a command with a display and a keyring of its own, so that tests never touch those of the person at this machine, nor
# those of another run beside it.
#   tests/e2e.sh COMMAND …        Linux; needs Xvfb, dbus and gnome-keyring
set -euo pipefail
export XDG_CURRENT_DESKTOP=GNOME NO_AT_BRIDGE=1 XDG_DATA_HOME XDG_RUNTIME_DIR
XDG_DATA_HOME=$(mktemp -d) # where the keyring's file goes
XDG_RUNTIME_DIR=$(mktemp -d)
trap 'rm -rf "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"' EXIT
dbus-run-session -- bash -c '
  trap "kill \$(jobs -p) 2>/dev/null || true; wait" EXIT
  mkfifo "$XDG_RUNTIME_DIR/display"
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset 3>"$XDG_RUNTIME_DIR/display" 2>/dev/null & # it finds a free number itself; a reset when the last window closes would refuse one that opens in that moment
  read -r -t 60 number <"$XDG_RUNTIME_DIR/display" || { echo "Xvfb did not start" >&2; exit 1; }
  export DISPLAY=:$number
  gnome-keyring-daemon --foreground --unlock --components=secrets <<<"test" >/dev/null &
  for ((tries = 0; tries < 600; tries++)); do # until it answers for the secrets of this session
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets >/dev/null 2>&1 && break
    sleep 0.1
  done
  "$@"
' bash "$@"
