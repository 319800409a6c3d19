#!/usr/bin/env bash
# Debian's Chromium, and what drives it; and the clock that stories can set for Lyssna. Nothing runs until a story starts it.
source "$(dirname "$0")/lib.sh"

install() {
  need_node
  need chromium chromium fonts-liberation
  need faketime faketime
  npm_ci "$PARTS/../browser"
}

start() {
  mkdir -p "$1"
  echo "LYSSNA_CHROMIUM=$(command -v chromium)"
  echo "LYSSNA_FAKETIME=$(dpkg -L libfaketime | grep -m 1 MT.so)"
}

stop() { :; }

"$@"
