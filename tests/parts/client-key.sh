#!/usr/bin/env bash
# The key with which the client lyssna-test proves to the identity providers who it is. New for every run.
source "$(dirname "$0")/lib.sh"

install() { need_node; }

start() {
  mkdir -p "$1"
  (umask 077 && node "$PARTS/client-key.mjs" "$1")
  echo "TEST_OIDC_CLIENT_KEY=$1/client.pem"
}

stop() { rm -f "$1/client.pem"; }

"$@"
