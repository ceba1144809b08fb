#!/usr/bin/env bash
# Signs a host's requests with openssl and sends them with curl, against a running development server (RFC 9421).
#
#   examples/signed-request.sh [URL]
#
# The server is the URL argument, or GATEHOUSE_URL, or http://127.0.0.1:8080; it must be the server's
# gatehouse.public-url, which is signed. Creates a host and a signing key as administrator, registers an agent with a
# signed request, and shows that a replay and another body under the same signature are refused. Exits 1 at the first
# unexpected answer. Needs bash, curl and openssl.
set -euo pipefail

base="${1:-${GATEHOUSE_URL:-http://127.0.0.1:8080}}"
base="${base%/}"
host="example-$(date +%s)-$RANDOM$RANDOM"
status=""
body=""
key_id=""
key_hex=""
headers=()

fail() {
  printf '\nNot as expected: %s\n' "$1" >&2
  exit 1
}

# Shortens secrets.
shorten() {
  sed -E -e 's/("(secret|bridge_token)":")[^"]*/\1…/g'
}

# request METHOD PATH [curl options]: sets status and body, and shows both.
request() {
  local method="$1" path="$2" answer
  shift 2
  answer="$(curl --silent --show-error --max-time 30 --request "$method" --write-out '\n%{http_code}' "$base$path" "$@")" \
    || fail "no answer from $base: is Gatehouse running there? (mvn -Prun)"
  status="${answer##*$'\n'}"
  body="${answer%$'\n'*}"
  printf '   %s %s\n' "$status" "$body" | shorten
}

as_administrator() { # as_administrator METHOD PATH [JSON]
  printf '   %s %s %s\n' "$1" "$2" "${3:-}"
  request "$1" "$2" -H "Authorization: Bearer $administrator" ${3:+-H 'Content-Type: application/json' --data-binary "$3"}
}

# field NAME: prints a text field of the last answer; nothing if it is missing.
field() {
  sed -n -E "s/.*\"$1\"[[:space:]]*:[[:space:]]*\"([^\"\\\\]*)\".*/\1/p" <<<"$body" | head -n 1
}

expect_status() {
  [ "$status" = "$1" ] || fail "status $1, and it was $status"
}

# Signs a request and sets headers for curl. The signature base contains one line per component, with its name and
# value, and the signature's own parameters in the last line (RFC 9421 section 2.5).
sign() { # sign METHOD PATH [BODY]
  local method="$1" path="$2" covered='"@method" "@target-uri"' input signed
  headers=()
  signed="\"@method\": $method"$'\n'"\"@target-uri\": $base$path"$'\n'
  if [ $# -gt 2 ]; then
    local digest
    digest="sha-256=:$(printf '%s' "$3" | openssl dgst -sha256 -binary | openssl base64 -A):"
    covered+=' "content-digest"'
    signed+="\"content-digest\": $digest"$'\n'
    headers+=(-H "Content-Digest: $digest" -H 'Content-Type: application/json')
  fi
  input="($covered);created=$(date +%s);keyid=\"$key_id\";nonce=\"$(openssl rand -hex 16)\";alg=\"hmac-sha256\""
  signed+="\"@signature-params\": $input"
  headers+=(-H "Signature-Input: sig=$input")
  headers+=(-H "Signature: sig=:$(printf '%s' "$signed" \
    | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key_hex" -binary | openssl base64 -A):")
}

# send METHOD PATH [BODY]: sends a request with the headers of the last signature.
send() {
  printf '   %s %s %s\n' "$1" "$2" "${3:-}"
  request "$1" "$2" "${headers[@]}" ${3:+--data-binary "$3"}
}

echo "1. Create the host $host and a signing key for it, as administrator"
administrator="$(curl --silent --show-error --fail --max-time 30 "$base/dev/token" -d username=admin \
  | sed -n -E 's/.*"access_token"[[:space:]]*:[[:space:]]*"([^"]+)".*/\1/p')" \
  || fail "no token from $base/dev/token: is Gatehouse running there, in development mode?"
as_administrator POST /api/admin/hosts "{\"name\": \"$host\"}"
expect_status 201
host_id="$(field id)"
as_administrator POST "/api/admin/hosts/$host_id/signing-keys" '{"scopes": ["bridge"]}'
expect_status 201
key_id="$(field id)"
key_hex="$(field secret | openssl base64 -d -A | od -An -v -t x1 | tr -d ' \n')"
[ ${#key_hex} = 96 ] || fail "a secret of 48 bytes"

echo "2. Register an agent with a signed request"
agent="{\"alias\": \"echo\", \"host\": \"$host\"}"
sign POST /bridge/v1/agents "$agent"
send POST /bridge/v1/agents "$agent"
expect_status 201
[ -n "$(field agent_user_id)" ] || fail "an agent_user_id"

echo "3. The same request again is refused"
send POST /bridge/v1/agents "$agent"
expect_status 401
[ "$(field type)" = urn:gatehouse:problem:invalid_signature ] || fail "invalid_signature"

echo "4. Another body under a signature is refused"
sign POST /bridge/v1/agents "$agent"
send POST /bridge/v1/agents "{\"alias\": \"evil\", \"host\": \"$host\"}"
expect_status 401

echo "5. A request without a body is signed without a digest"
sign GET "/bridge/v1/agents?host=$host"
send GET "/bridge/v1/agents?host=$host"
expect_status 200
grep -q '"echo"' <<<"$body" || fail "the agent that was registered"

echo "6. Revoke the key: the next request is refused"
as_administrator DELETE "/api/admin/hosts/$host_id/signing-keys/$key_id"
expect_status 204
sign GET "/bridge/v1/agents?host=$host"
send GET "/bridge/v1/agents?host=$host"
expect_status 401

printf '\nEvery answer was the expected one.\n'
