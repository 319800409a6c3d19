#!/usr/bin/env bash
# Debian's clamd with one signature of our own, which finds any file that begins with a certain sentence. No download.
source "$(dirname "$0")/lib.sh"

# Where Debian keeps it, which is not on everybody's path.
PATH=$PATH:/usr/sbin

# LYSSNA-TEST-SIGNATURE, in hexadecimal, at the beginning of a file of any type.
SIGNATURE="Lyssna.Test:0:0:$(printf 'LYSSNA-TEST-SIGNATURE' | od -An -tx1 | tr -d ' \n')"

install() { need clamd clamav-daemon; }

start() {
  local dir=$1 port
  port=$(free_port)
  mkdir -p "$dir/signatures"
  echo "$SIGNATURE" >"$dir/signatures/lyssna.ndb"
  cat >"$dir/clamd.conf" <<CONF
Foreground yes
TCPAddr 127.0.0.1
TCPSocket $port
DatabaseDirectory $dir/signatures
TemporaryDirectory $dir
StreamMaxLength 4M
CONF
  background "$dir" clamd --config-file="$dir/clamd.conf"
  await 60 "$dir" bash -c "exec 3<>/dev/tcp/127.0.0.1/$port && printf 'zPING\0' >&3 && read -r -d '' -t 2 answer <&3 && [[ \$answer == PONG ]]"
  echo "TEST_CLAMD=127.0.0.1:$port"
}

stop() { end "$1"; }

"$@"
