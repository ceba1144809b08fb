#!/usr/bin/env bash
# Installs an agent over chat against a running development server, and undoes it again.
#
#   examples/install-over-chat.sh [URL]
#
# The server is the URL argument, or GATEHOUSE_URL, or http://127.0.0.1:8080. Shows each request and its answer with
# shortened tokens. Exits 1 at the first unexpected answer. Needs bash and curl.
set -euo pipefail

base="${1:-${GATEHOUSE_URL:-http://127.0.0.1:8080}}"
base="${base%/}"
template="personal-finance"
run="$(date +%s)$RANDOM$RANDOM"
user="visitor-$run"
phone="447$(printf '%09d' $(((RANDOM * 32768 + RANDOM) % 500000000 + 400000000)))@s.whatsapp.net"
status=""
body=""

fail() {
  printf '\nNot as expected: %s\n' "$1" >&2
  exit 1
}

# Shortens secrets: install tokens and JWTs.
shorten() {
  sed -E -e 's/(install(:|%3A)[A-Za-z0-9_-]{8})[A-Za-z0-9_.-]*([A-Za-z0-9_-]{4})/\1…\3/g' \
         -e 's/(eyJ[A-Za-z0-9_-]{8})[A-Za-z0-9_-]*\.[A-Za-z0-9_.-]*/\1…/g' \
         -e 's/(start=)[A-Za-z0-9_-]{60}([A-Za-z0-9_-]{4})/\1…\2/g'
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

post() { # post PATH BEARER JSON
  printf '   POST %s %s\n' "$1" "$3" | shorten
  request POST "$1" -H "Authorization: Bearer $2" -H 'Content-Type: application/json' --data "$3"
}

get() { # get PATH BEARER
  printf '   GET %s\n' "$1"
  request GET "$1" -H "Authorization: Bearer $2"
}

# field NAME: prints a text field of the last answer; nothing if it is missing.
field() {
  sed -n -E "s/.*\"$1\"[[:space:]]*:[[:space:]]*\"([^\"\\\\]*)\".*/\1/p" <<<"$body" | head -n 1
}

expect_status() {
  [ "$status" = "$1" ] || fail "status $1, and it was $status"
}

expect_field() {
  local found
  found="$(field "$1")"
  [ "$found" = "$2" ] || fail "\"$1\": \"$2\", and it was \"$found\""
}

sign_in() { # sign_in USERNAME [SCOPE]: prints the access token
  local answer
  answer="$(curl --silent --show-error --fail --max-time 30 "$base/dev/token" \
    --data-urlencode "username=$1" ${2:+--data-urlencode "scope=$2"})" \
    || fail "no token for $1 from $base/dev/token: is Gatehouse running there, in development mode?"
  sed -n -E 's/.*"access_token"[[:space:]]*:[[:space:]]*"([^"]+)".*/\1/p' <<<"$answer"
}

message() { # message TEXT: sends the text like a gateway that received it from the phone
  post /api/chat/messages "$gateway" "{\"platform\": \"whatsapp\", \"platformUserId\": \"$phone\", \
\"templateAgentId\": \"$template\", \"messageId\": \"example-$run-$RANDOM$RANDOM\", \"message\": \"$1\"}"
}

route="/api/chat/route?platform=whatsapp&platformUserId=${phone/@/%40}&templateAgentId=$template"

echo "1. Sign in as $user, and let a gateway in"
user_token="$(sign_in "$user")"
gateway="$(sign_in gateway chat:claim)"
if [ -z "$user_token" ] || [ -z "$gateway" ]; then
  fail "an access_token from $base/dev/token"
fi
echo "   two access tokens"

echo "2. Mint an install token"
post /api/install/token "$user_token" "{\"templateAgentId\": \"$template\"}"
expect_status 201
token="$(field token)"
[ -n "$token" ] || fail "a token"

echo "3. The account has no route yet"
get "$route" "$gateway"
expect_status 404
expect_field type urn:gatehouse:problem:not_installed

echo "4. Send the token from the phone: it installs"
message "Hello! $token"
expect_status 200
expect_field outcome installed
agent="$(field agentId)"
[ -n "$agent" ] || fail "an agentId"

echo "5. Now the account has a route"
get "$route" "$gateway"
expect_status 200
expect_field agentId "$agent"

echo "6. The next message goes to the agent"
message "What did I spend on coffee this month?"
expect_status 200
expect_field outcome routed
expect_field agentId "$agent"

echo "7. Reply NO: the link is undone"
message "NO"
expect_status 200
expect_field outcome unlinked

echo "8. The account has no route any more"
get "$route" "$gateway"
expect_status 404
expect_field type urn:gatehouse:problem:not_installed

printf '\nEvery answer was the expected one.\n'
