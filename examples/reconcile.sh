#!/usr/bin/env bash
# Compares a host's configuration with the registry, and applies it to the registry.
#
#   GATEHOUSE_HOST_TOKEN=mhst_… examples/reconcile.sh [--apply] [--force] FILE [URL]
#
# Prints the differences between the file and the registry. With --apply, agents that the file does not list are
# retired, except those that have registered since; more than half of five or more only with --force. The server is the
# URL argument, or GATEHOUSE_URL, or http://127.0.0.1:8080. The token is the host's, with the scope bridge; instead of
# the variable, GATEHOUSE_HOST_TOKEN_FILE can name a file that contains it.
#
# The file is JSON, like examples/agent-comms.json:
#
#   {"host": "build-01", "agents": [{"alias": "echo", "display_name": "Echo"}, {"alias": "news"}]}
#
# It lists all agents of the host. A display name is optional; other fields are ignored.
#
# Exit status: 0 with and without differences, 1 on failure, 2 for wrong usage. Needs bash, curl and jq.
set -euo pipefail

fail() {
  printf 'reconcile: %s\n' "$1" >&2
  exit "${2:-1}"
}

apply=false
force=false
arguments=()
for argument in "$@"; do
  case "$argument" in
    --apply) apply=true ;;
    --force) force=true ;;
    -*) fail "there is no option $argument" 2 ;;
    *) arguments+=("$argument") ;;
  esac
done
((${#arguments[@]} == 1 || ${#arguments[@]} == 2)) || fail "usage: reconcile.sh [--apply] [--force] FILE [URL]" 2
file="${arguments[0]}"
base="${arguments[1]:-${GATEHOUSE_URL:-http://127.0.0.1:8080}}"
base="${base%/}"

token="${GATEHOUSE_HOST_TOKEN:-}"
if [ -z "$token" ] && [ -n "${GATEHOUSE_HOST_TOKEN_FILE:-}" ]; then
  token="$(<"$GATEHOUSE_HOST_TOKEN_FILE")" || fail "$GATEHOUSE_HOST_TOKEN_FILE cannot be read"
fi
[ -n "$token" ] || fail "set GATEHOUSE_HOST_TOKEN, or GATEHOUSE_HOST_TOKEN_FILE" 2

[ -r "$file" ] || fail "$file cannot be read"
jq --exit-status '
  (.host | type == "string" and test("^[a-z0-9][a-z0-9._-]*$"))
  and (.agents | type == "array")
  and all(.agents[]; (.alias | type == "string") and (.display_name | type | IN("string", "null")))' \
  "$file" >/dev/null 2>&1 \
  || fail "$file is not as examples/agent-comms.json: a host, and agents with an alias and if wanted a display_name"
host="$(jq --raw-output .host "$file")"

# snapshot QUERY JQ-FILTER: sends the file's agents, changed by the filter; sets answer, or fails with the problem.
snapshot() {
  local reply status
  # Pass the token to curl in a file: all users of the machine can see arguments.
  reply="$(jq "{agents: [.agents[] | {alias, display_name}]} | $2" "$file" \
    | curl --silent --show-error --max-time 60 --request PUT --write-out '\n%{http_code}' \
      --config <(printf 'header = "Authorization: Bearer %s"\n' "$token") \
      --header 'Content-Type: application/json' --data-binary @- \
      "$base/bridge/v1/hosts/$host/bindings?$1")" \
    || fail "no answer from $base"
  status="${reply##*$'\n'}"
  answer="${reply%$'\n'*}"
  [ "$status" = 200 ] || fail "$status $(jq --raw-output \
    '(.type | ltrimstr("urn:gatehouse:problem:")) + ": " + .detail + ([.errors[]? | " " + .pointer + " " + .message] | add // "")' \
    <<<"$answer" 2>/dev/null || printf '%s' "$answer")"
}

show() {
  jq --raw-output '
    ["active", "stale", "retired", "phantom", "unregistered"][] as $list
    | "  \($list)\(" " * (14 - ($list | length)))\(.[$list] | length)  \(.[$list] | join(" "))"' <<<"$answer"
}

snapshot dry_run=true .
printf 'The host %s and the registry at %s:\n' "$host" "$base"
show
if jq --exit-status '.retired + .unregistered + .stale | length == 0' <<<"$answer" >/dev/null; then
  printf 'There is no drift.\n'
elif ! $apply; then
  printf 'Nothing has changed. --apply retires the agents listed as retired.\n'
fi

if $apply; then
  # The generation excludes agents that register after the file was read.
  snapshot "force=$force" ". + {generation: $(jq .generation <<<"$answer")}"
  printf 'Applied:\n'
  show
fi
