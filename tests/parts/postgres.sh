#!/usr/bin/env bash
# PostgreSQL: a cluster of its own on loopback, without passwords, gone when stopped.
# LYSSNA_TEST_FSYNC=off makes the tests faster; figures are taken with it on.
source "$(dirname "$0")/lib.sh"

binaries() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [[ -x $newest/initdb ]] && echo "$newest"
}

# initdb refuses to run as root.
as_postgres() {
  if [[ $EUID -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start() {
  local dir=$1 fsync=${LYSSNA_TEST_FSYNC:-on} bin port home
  bin=$(binaries)
  port=$(free_port)
  mkdir -p "$dir"
  # Not in DIR: the user postgres may not be able to reach it.
  home=$(as_postgres mktemp -d "${TMPDIR:-/tmp}/lyssna-postgres.XXXXXX")
  echo "$home" >"$dir/home"
  as_postgres "$bin/initdb" --pgdata="$home/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >&2
  as_postgres tee -a "$home/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 300
fsync = $fsync
synchronous_commit = $fsync
full_page_writes = $fsync
CONF
  as_postgres "$bin/pg_ctl" start --wait --silent --pgdata="$home/data" --log="$home/log" >&2 || {
    as_postgres tail -n 3 "$home/log" >&2
    exit 1
  }
  echo "TEST_POSTGRES_URL=postgres://postgres@127.0.0.1:$port/postgres"
}

stop() {
  local home
  [[ -f $1/home ]] || return 0
  home=$(<"$1/home")
  as_postgres "$(binaries)/pg_ctl" stop --mode=immediate --silent --pgdata="$home/data" || true
  as_postgres rm -rf "$home"
  rm -f "$1/home"
}

install() {
  [[ -n $(binaries) ]] || need initdb postgresql
}

"$@"
