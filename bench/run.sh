#!/usr/bin/env bash
# Measures the hot paths and prints a table: minting and verifying relative to a bare HMAC (JMH), then hot paths over
# HTTP relative to a no-op resource (wrk, from your distribution). Takes about a quarter of an hour on two idle cores.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v wrk > /dev/null || { echo "bench: wrk is missing; on Debian: apt-get install wrk" >&2; exit 2; }
mvn -q -B -ntp -Pbench package -DskipTests -pl bench,micro -am
BENCH_IS_BUILT=true bench/jmh.sh
java -cp bench/target/benchmarks.jar io.gatehouse.bench.http.HttpBench \
  micro/target/gatehouse-micro.jar bench/src/main/wrk "$@"
