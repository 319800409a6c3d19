#!/usr/bin/env bash
# Keycloak from Maven Central, with the realm of keycloak/realm.json in memory. Needs TEST_OIDC_CLIENT_KEY.
source "$(dirname "$0")/lib.sh"

VERSION=26.7.3
DIST=$CACHE/keycloak-$VERSION
# It lives for minutes: what the second compiler costs at the start never comes back.
export JAVA_OPTS_APPEND="-XX:TieredStopAtLevel=1"

install() {
  need_node
  need java openjdk-17-jre-headless
  need mvn maven
  need unzip unzip
  [[ -d $DIST ]] && return
  work=$(mktemp -d "$CACHE/keycloak.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  mvn -q -B dependency:copy -Dartifact="org.keycloak:keycloak-quarkus-dist:$VERSION:zip" -DoutputDirectory="$work" >&2 ||
    absent "Maven could not fetch Keycloak $VERSION"
  unzip -q "$work"/*.zip -d "$work"
  # Once here instead of at every start: this takes longer than everything else together.
  "$work/keycloak-$VERSION/bin/kc.sh" build --db=dev-mem >&2
  mv -T "$work/keycloak-$VERSION" "$DIST"
}

start() {
  local dir=$1 port issuer
  port=$(free_port)
  issuer=http://127.0.0.1:$port/realms/lyssna-test
  mkdir -p "$dir"
  # A copy of its own (links where the file system can), since it writes beside its programs.
  cp -al "$DIST" "$dir/home" 2>/dev/null || { rm -rf "$dir/home" && cp -a "$DIST" "$dir/home"; }
  mkdir -p "$dir/home/data/import"
  node "$PARTS/keycloak/realm.mjs" "$(dirname "$TEST_OIDC_CLIENT_KEY")/jwks.json" >"$dir/home/data/import/lyssna-test-realm.json"
  background "$dir" "$dir/home/bin/kc.sh" start --optimized --import-realm --hostname-strict=false --cache=local \
    --http-enabled=true --http-host=127.0.0.1 --http-port="$port" --log-level=warn
  await 180 "$dir" curl -fsS "$issuer/.well-known/openid-configuration"
  echo "TEST_KEYCLOAK=$issuer"
}

stop() {
  end "$1"
  rm -rf "$1/home"
}

"$@"
