# What the parts' scripts share; sourced, never run.
#
# A part is a program that Lyssna talks to in production, started for the tests on loopback:
#   PART.sh install       fetches what it needs into the cache; exit 3 if this machine cannot have it
#   PART.sh start DIR     starts it with everything it keeps in DIR, prints NAME=value lines to export
#   PART.sh stop DIR      stops it
set -euo pipefail

PARTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/lyssna/parts
mkdir -p "$CACHE"

say() { echo "$*" >&2; }

absent() {
  say "$*"
  exit 3
}

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

# need COMMAND PACKAGE…: Debian's packages, only if the command is missing. One apt at a time: parts start in parallel.
need() {
  local command=$1
  shift
  if command -v "$command" >/dev/null; then return; fi
  say "installing $*"
  command -v apt-get >/dev/null || absent "$command is missing and there is no apt-get to install it with"
  as_root true 2>/dev/null || absent "$command is missing: install $*"
  (
    flock 9
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@"
  ) 9>"$CACHE/apt.lock" >"$CACHE/apt-$command.log" 2>&1 ||
    absent "apt-get install $* failed: $(tail -n 1 "$CACHE/apt-$command.log")"
}

need_node() {
  need node nodejs
  local version
  version=$(node --version)
  version=${version#v}
  [[ ${version%%.*} -ge 20 ]] || absent "node $version is too old, 20 or newer is needed"
}

# Only when the lock file says something new.
npm_ci() {
  local done=$1/node_modules/.package-lock.json
  if [[ $done -nt $1/package-lock.json ]]; then return; fi
  need npm npm
  npm ci --prefix "$1" --silent --no-audit --no-fund >&2 || absent "npm ci in $1 failed"
}

# Below the range from which the kernel hands out ports of its own.
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}

# background DIR COMMAND…: out of reach of the terminal's Ctrl-C, so that whoever started it decides when it stops.
background() {
  local dir=$1
  shift
  setsid nohup "$@" >"$dir/log" 2>&1 </dev/null &
  echo $! >"$dir/pid"
}

# await SECONDS DIR COMMAND…: until the command succeeds, or the process in DIR/pid is gone.
await() {
  local until=$((SECONDS + $1)) dir=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "$(<"$dir/pid")" 2>/dev/null || ((SECONDS > until)); then
      say "did not start: $(tail -n 3 "$dir/log")"
      exit 1
    fi
    sleep 0.2
  done
}

end() {
  local dir=$1 pid
  [[ -f $dir/pid ]] || return 0
  pid=$(<"$dir/pid")
  # setsid made it the head of its own group; its children go with it.
  kill -- "-$pid" 2>/dev/null || return 0
  for _ in {1..50}; do
    kill -0 -- "-$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -9 -- "-$pid" 2>/dev/null || true
}
