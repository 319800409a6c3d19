#!/usr/bin/env bash
# Debian's pdftotext: what a PDF says to whoever copies from it or has it read aloud.
source "$(dirname "$0")/lib.sh"

install() { need pdftotext poppler-utils; }

start() {
  mkdir -p "$1"
  echo "TEST_PDFTOTEXT=$(command -v pdftotext)"
}

stop() { :; }

"$@"
