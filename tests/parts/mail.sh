#!/usr/bin/env bash
# aiosmtpd from PyPI: an SMTP server that takes mail only after STARTTLS.
source "$(dirname "$0")/lib.sh"

VENV=$CACHE/mail

install() {
  need openssl openssl
  need python3 python3 python3-venv
  if cmp -s "$PARTS/mail/requirements.txt" "$VENV/requirements.txt" && "$VENV/bin/python" -c "import aiosmtpd"; then return; fi
  rm -rf "$VENV"
  python3 -m venv "$VENV" >&2 || { as_root apt-get install -qq python3-venv >&2 && python3 -m venv "$VENV" >&2; } ||
    absent "python3 -m venv does not work"
  "$VENV/bin/pip" install -q --disable-pip-version-check -r "$PARTS/mail/requirements.txt" >&2 ||
    absent "pip could not fetch aiosmtpd"
  cp "$PARTS/mail/requirements.txt" "$VENV/"
}

# The server's certificate must not be its own issuer: rustls refuses that.
certificates() {
  local ec="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc"
  openssl req -x509 $ec -days 30 -subj "/CN=Lyssna test CA" -keyout "$1/ca.key" -out "$1/ca.pem"
  openssl req $ec -subj "/CN=localhost" -keyout "$1/server.key" -out "$1/server.csr"
  openssl x509 -req -in "$1/server.csr" -CA "$1/ca.pem" -CAkey "$1/ca.key" -CAcreateserial -days 30 -out "$1/server.pem" \
    -extfile <(printf 'basicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:localhost,IP:127.0.0.1\n')
}

start() {
  local dir=$1
  mkdir -p "$dir"
  rm -f "$dir/addresses" # of a server that was here before
  certificates "$dir" 2>"$dir/openssl.log" || { cat "$dir/openssl.log" >&2; exit 1; }
  background "$dir" "$VENV/bin/python" "$PARTS/mail/server.py" "$dir"
  await 30 "$dir" test -s "$dir/addresses"
  cat "$dir/addresses"
  echo "TEST_SMTP_CA=$dir/ca.pem"
}

stop() { end "$1"; }

"$@"
