#!/usr/bin/env bash
# veraPDF from Maven Central: says whether a PDF is what it claims to be. Nothing runs until a test starts it.
source "$(dirname "$0")/lib.sh"

VERSION=1.30.2
JAR=$CACHE/verapdf-$VERSION.jar

install() {
  need java openjdk-17-jre-headless
  need mvn maven
  [[ -f $JAR ]] && return
  work=$(mktemp -d "$CACHE/verapdf.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  # All it needs is inside it.
  mvn -q -B dependency:copy -Dartifact="org.verapdf.apps:cli:$VERSION" -DoutputDirectory="$work" >&2 ||
    absent "Maven could not fetch veraPDF $VERSION"
  mv "$work/cli-$VERSION.jar" "$JAR"
}

start() {
  mkdir -p "$1"
  echo "TEST_VERAPDF=$JAR"
}

stop() { :; }

"$@"
