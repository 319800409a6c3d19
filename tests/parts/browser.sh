#!/usr/bin/env bash
# Debian's Chromium, and what drives it. Nothing runs until a story starts it.
source "$(dirname "$0")/lib.sh"

install() {
  need_node
  need chromium chromium fonts-liberation
  npm_ci "$PARTS/../browser"
}

start() {
  mkdir -p "$1"
  echo "LYSSNA_CHROMIUM=$(command -v chromium)"
}

stop() { :; }

"$@"
