#!/usr/bin/env bash
# JMustache shows the section of an Optional that is empty.
#
# Expected: a section of a value that is not there is left out, and its inverse is shown, as for null, false and an empty
#           list. A record whose accessor returns Optional is what Java code is told to write.
# Happens:  Optional is an object like any other: the section is shown, with the text "Optional.empty" in it. Templates must be
#           given null, or a list of one or none.
# Versions: com.samskivert:jmustache 1.16, Java 17.
# Source:   found when a page greeted a person without a name.
# Seen:     2026-11-30
#> Optional.empty: Hello Optional.empty!
#> an empty list: Hello you!
#> false: Hello you!
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>com.samskivert</groupId><artifactId>jmustache</artifactId><version>1.16</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Main.java <<'JAVA'
import com.samskivert.mustache.*;
import java.util.*;

public class Main {
    static final Template TEMPLATE =
            Mustache.compiler().compile("Hello {{#name}}{{.}}{{/name}}{{^name}}you{{/name}}!");

    public static void main(String[] args) {
        show("Optional.empty", Optional.empty());
        show("an empty list", List.of());
        show("false", false);
    }

    static void show(String what, Object name) {
        System.out.println(what + ": " + TEMPLATE.execute(Map.of("name", name)));
    }
}
JAVA
java -cp 'lib/*' Main.java | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
