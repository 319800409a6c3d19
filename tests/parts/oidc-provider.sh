#!/usr/bin/env bash
# npm's oidc-provider, certified by the OpenID Foundation. Needs TEST_OIDC_CLIENT_KEY.
source "$(dirname "$0")/lib.sh"

install() {
  need_node
  npm_ci "$PARTS/oidc-provider"
}

start() {
  mkdir -p "$1"
  rm -f "$1/issuer" # of a provider that was here before
  background "$1" node "$PARTS/oidc-provider/server.mjs" "$(dirname "$TEST_OIDC_CLIENT_KEY")/jwks.json" "$1/issuer"
  await 30 "$1" test -s "$1/issuer"
  echo "TEST_OIDC_PROVIDER=$(<"$1/issuer")"
}

stop() { end "$1"; }

"$@"
