#!/usr/bin/env bash
# Nimbus JOSE+JWT passes over a key of an unknown type, and refuses the whole set for a curve that it does not know.
#
# Expected: RFC 7517 section 5 names both in one breath: key types that are not understood, missing required members, and
#           values out of the supported ranges are to be ignored. A provider that adds an ML-DSA key or a Brainpool key
#           beside its RSA key keeps everybody signed in.
# Happens:  with a key of type AKP (RFC 9964) the RSA key is read; with an EC key on BP-256, or an RSA key without its
#           exponent, JWKSet.parse throws, and no key of the provider is left.
# Versions: com.nimbusds:nimbus-jose-jwt 10.10, Java 17.
# Source:   RFC 7517 section 5. In July 2026 libraries of other languages were told of the same for unknown types (go-jose
#           issue 276, joserfc issue 104).
# Seen:     2026-11-30
#> AKP, ML-DSA-44: 1 key read
#> EC, BP-256: Invalid JWK at position 1: Unknown / unsupported curve: BP-256
#> RSA without e: Invalid JWK at position 1: The public exponent value must not be null
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>com.nimbusds</groupId><artifactId>nimbus-jose-jwt</artifactId><version>10.10</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Main.java <<'JAVA'
import com.nimbusds.jose.jwk.*;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

public class Main {
    public static void main(String[] args) throws Exception {
        String good = new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString();
        read("AKP, ML-DSA-44", good, "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"pub\":\"AAAA\"}");
        read("EC, BP-256", good, "{\"kty\":\"EC\",\"crv\":\"BP-256\",\"x\":\"AAAA\",\"y\":\"AAAA\"}");
        read("RSA without e", good, "{\"kty\":\"RSA\",\"n\":\"AQAB\"}");
    }

    static void read(String what, String good, String other) {
        try {
            JWKSet set = JWKSet.parse("{\"keys\":[" + good + "," + other + "]}");
            System.out.println(what + ": " + set.size() + " key read");
        } catch (ParseException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }
}
JAVA
java -cp 'lib/*' Main.java | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
