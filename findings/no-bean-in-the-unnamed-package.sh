#!/usr/bin/env bash
# Payara 7 does not deploy an enterprise bean whose class is in the unnamed package; Payara 6 does.
#
# Expected: a class in the unnamed package (JLS 7.4.2) is a bean like any other: Jakarta Enterprise Beans 4.0 says nothing else.
# Happens:  Payara 7 generates the bean's interface under a class name that begins with a slash: the JVM refuses it, and with it the
#           whole application. In a named package the same bean works on both.
# Versions: payara-micro 7.2026.11 with Java 25, 6.2025.10 with Java 25 too. Needs a JDK from 21 on, as Payara 7 does.
# Source:   seen here; no report known.
# Seen:     2026-11-30
#> 6.2025.10 in the unnamed package: deployed
#> 6.2025.10 in a package: deployed
#> 7.2026.11 in the unnamed package: Illegal class name "/__EJB31_Generated__Hello__Intf__"
#> 7.2026.11 in a package: deployed
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>jakarta.platform</groupId><artifactId>jakarta.jakartaee-api</artifactId><version>10.0.0</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null 2>&1
for payara in 6.2025.10 7.2026.11; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy -DoutputDirectory=lib \
    -Dartifact="fish.payara.extras:payara-micro:$payara" >/dev/null 2>&1
done

# deploy VERSION WHERE PACKAGE-LINE
deploy() {
  rm -rf war && mkdir -p war/WEB-INF/classes
  echo "$3 @jakarta.ejb.Stateless public class Hello { public void say() {} }" >Hello.java
  javac --release 17 -cp lib/jakarta.jakartaee-api-10.0.0.jar -d war/WEB-INF/classes Hello.java
  touch war/WEB-INF/beans.xml
  jar -cf x.war -C war .
  java -jar "lib/payara-micro-$1.jar" --nocluster --autobindhttp --deploy x.war >log 2>&1 &
  server=$!
  for _ in $(seq 120); do grep -qE 'ready in|Illegal class name' log && break; sleep 1; done
  kill "$server" && wait "$server" 2>/dev/null || true
  echo "$1 $2: $(grep -om1 'Illegal class name "[^"]*"' log || { grep -q '"x"\|x was successfully deployed' log && echo deployed; })"
}

for payara in 6.2025.10 7.2026.11; do
  deploy "$payara" "in the unnamed package" ""
  deploy "$payara" "in a package" "package x;"
done | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
