#!/usr/bin/env bash
# Jazzer that is told to keep going ends with 0 although it found something.
#
# Expected: --keep_going=N goes on until there are N findings, and the exit status says at the end whether there was one: 77, as
#           without the option.
# Happens:  only the N-th finding ends with 77. A run that comes to the end of its time with fewer ends with 0: a build that asks
#           for ten findings is green with nine. The files that it wrote are the only sign.
# Versions: com.code-intelligence:jazzer 0.30.0 (October 2026), Java 17, Linux on x86-64.
# Source:   found when a run of ours printed an exception and passed. With JUnit it is alike (eaftan/safere pull request 308).
# Seen:     2026-11-30
#> --keep_going=1: 1 finding, status 77
#> --keep_going=2: 1 finding, status 0
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>com.code-intelligence</groupId><artifactId>jazzer</artifactId><version>0.30.0</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Target.java <<'JAVA'
public class Target {
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == 'a') {
            throw new IllegalStateException("found");
        }
    }
}
JAVA
javac Target.java
for most in 1 2; do
  mkdir "run$most"
  status=0
  (cd "run$most" && java -cp '..:../lib/*' com.code_intelligence.jazzer.Jazzer --target_class=Target \
    --instrumentation_includes=Target --keep_going=$most -runs=100000 -seed=1 >log 2>&1) || status=$?
  echo "--keep_going=$most: $(find "run$most" -name 'crash-*' | wc -l) finding, status $status"
done | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
