#!/usr/bin/env bash
# Measures what must be fast and prints a table: minting and verifying against a bare HMAC (JMH), then the hot paths over
# HTTP against a resource that does nothing (wrk, from your distribution). About a quarter of an hour on two quiet cores.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v wrk > /dev/null || { echo "bench: wrk is missing; on Debian: apt-get install wrk" >&2; exit 2; }
mvn -q -B -ntp -Pbench package -DskipTests -pl bench,micro -am
BENCH_IS_BUILT=true bench/jmh.sh
java -cp bench/target/benchmarks.jar io.gatehouse.bench.http.HttpBench \
  micro/target/gatehouse-micro.jar bench/src/main/wrk "$@"
