#!/usr/bin/env bash
# Runs the JMH benchmarks and prints each beside its baseline. Takes about two minutes on an idle machine.
#   bench/jmh.sh                 everything
#   bench/jmh.sh -prof gc mint   JMH's own arguments
set -euo pipefail
cd "$(dirname "$0")/.."

[[ ${BENCH_IS_BUILT:-} ]] || mvn -q -B -ntp -Pbench -pl bench -am package -DskipTests
results=bench/target/jmh.csv
java -jar bench/target/benchmarks.jar -rf csv -rff "$results" "$@"

awk -F, '
  NR == 1 || $1 ~ /:/ { next }
  { gsub(/"/, ""); sub(/.*\./, "", $1); score[$1] = $5; order[++n] = $1 }
  END {
    printf "\n%-16s %12s %10s\n", "benchmark", "ops/ms", "of bare"
    for (i = 1; i <= n; i++) {
      name = order[i]
      base = name ~ /Compact$/ ? "bareMacCompact" : "bareMac"
      printf "%-16s %12.0f %10s\n", name, score[name], base in score ? sprintf("%.2f", score[name] / score[base]) : "-"
    }
  }' "$results"
