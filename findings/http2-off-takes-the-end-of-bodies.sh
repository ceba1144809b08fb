#!/usr/bin/env bash
# On Payara with HTTP/2 turned off, a body that Java's HTTP client sends has no end.
#
# Expected: with HTTP/2 off the server speaks HTTP/1.1 to a client that offers both: an Upgrade that is not taken up is as if it were
#           not there (RFC 9110 section 7.8).
# Happens:  the application is called, sees the Content-Length, and its read of the body ends with an IOException. Java's HttpClient
#           offers HTTP/2 with the first request to a plain-text address. Grizzly takes what follows the header of such a request for the
#           other protocol, without lengths and chunks, unless a filter of its listener objects, and the one for HTTP/2 is the only
#           one that does.
# Versions: payara-micro 6.2025.10 with Java 17, 7.2026.11 with Java 25. Payara 7 needs a JDK from 21 on: JAVA_21 names its java.
# Source:   seen here; glassfish-grizzly#2192 is about the answers to such requests.
# Seen:     2026-11-30
#> 6.2025.10 with HTTP/2, Java: HTTP_2, read to its end
#> 6.2025.10 with HTTP/2, curl: read to its end
#> 6.2025.10 without HTTP/2, Java: HTTP_1_1, java.util.concurrent.TimeoutException
#> 6.2025.10 without HTTP/2, curl: read to its end
#> 7.2026.11 with HTTP/2, Java: HTTP_2, read to its end
#> 7.2026.11 with HTTP/2, curl: read to its end
#> 7.2026.11 without HTTP/2, Java: HTTP_1_1, java.util.concurrent.TimeoutException
#> 7.2026.11 without HTTP/2, curl: read to its end
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>jakarta.platform</groupId><artifactId>jakarta.jakartaee-api</artifactId><version>10.0.0</version></dependency>
</dependencies></project>
POM
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.11.0
mvn -q -B $plugin:copy-dependencies -DoutputDirectory=lib >/dev/null 2>&1
for payara in 6.2025.10 7.2026.11; do
  mvn -q -B $plugin:copy -DoutputDirectory=. -Dartifact="fish.payara.extras:payara-micro:$payara" >/dev/null 2>&1
done

cat >Length.java <<'JAVA'
package x;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
@WebServlet("/*")
public class Length extends HttpServlet {
    @Override protected void doPost(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        try {
            request.getInputStream().readAllBytes();
            response.getWriter().print("read to its end");
        } catch (java.io.IOException e) {
            response.getWriter().print(e.getMessage());
        }
    }
}
JAVA
cat >Client.java <<'JAVA'
import java.net.URI;
import java.net.http.*;
class Client {
    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0]))
                .POST(HttpRequest.BodyPublishers.ofString("hello")).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(answer.version() + ", " + answer.body());
    }
}
JAVA
mkdir -p war/WEB-INF/classes
javac --release 17 -cp 'lib/*' -d war/WEB-INF/classes Length.java
javac --release 17 -d client Client.java
jar -cf x.war -C war .
echo 'set configs.config.server-config.network-config.protocols.protocol.http-listener.http.http2-enabled=false' >off

# ask VERSION WHAT OPTIONS…
ask() {
  port=$((20000 + RANDOM % 20000)) java=java
  [ "$1" = 6.2025.10 ] || java=${JAVA_21:-java}
  $java -jar "payara-micro-$1.jar" --nocluster --port $port --contextroot / --deploy x.war "${@:3}" >log 2>&1 &
  server=$!
  for _ in $(seq 120); do grep -q 'ready in' log && break; sleep 1; done
  echo "$1 $2, Java: $(java -cp client Client "http://127.0.0.1:$port/")"
  echo "$1 $2, curl: $(curl -sd hello "http://127.0.0.1:$port/")"
  kill "$server" && wait "$server" 2>/dev/null || true
}

for payara in 6.2025.10 7.2026.11; do
  ask $payara "with HTTP/2"
  ask $payara "without HTTP/2" --prebootcommandfile off
done | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
