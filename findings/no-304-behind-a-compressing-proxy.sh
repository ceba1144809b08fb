#!/usr/bin/env bash
# Behind a proxy that compresses, RESTEasy never answers 304.
#
# Expected: If-None-Match is compared weakly (RFC 9110 section 13.1.2): W/"v1" and "v1" are the same. nginx makes a strong tag
#           weak when it compresses an answer, and the browser sends back what it got.
# Happens:  evaluatePreconditions compares the tags with equals, the weakness included: the client has the page, and is sent all
#           of it again, each time. Nothing fails, so nobody sees it.
# Versions: org.jboss.resteasy:resteasy-core 7.0.6.Final (6.2.x, which WildFly has, alike), Java 17.
# Source:   RFC 9110 section 13.1.2; Jersey has the like for other methods than GET and HEAD (Jersey issue 4974).
# Seen:     2026-11-30
#> we have "v1", the client "v1": 304
#> we have "v1", the client W/"v1": 200
#> we have W/"v1", the client "v1": 200
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>org.jboss.resteasy</groupId><artifactId>resteasy-core</artifactId><version>7.0.6.Final</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Main.java <<'JAVA'
import jakarta.ws.rs.core.*;
import org.jboss.resteasy.mock.*;
import org.jboss.resteasy.specimpl.RequestImpl;

public class Main {
    public static void main(String[] args) throws Exception {
        ask(new EntityTag("v1"), "\"v1\"");
        ask(new EntityTag("v1"), "W/\"v1\"");
        ask(new EntityTag("v1", true), "\"v1\"");
    }

    static void ask(EntityTag ours, String theirs) throws Exception {
        MockHttpRequest request = MockHttpRequest.get("/page").header("If-None-Match", theirs);
        Response.ResponseBuilder answer =
                new RequestImpl(request, new MockHttpResponse()).evaluatePreconditions(ours);
        System.out.println("we have " + (ours.isWeak() ? "W/" : "") + "\"v1\", the client " + theirs + ": "
                + (answer == null ? 200 : answer.build().getStatus()));
    }
}
JAVA
java -cp 'lib/*' Main.java 2>log | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
