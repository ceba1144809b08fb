package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Authentication: refusals have the same status, challenge and problem on every server. */
public interface SecurityCases extends Cases {

    @Test
    @DisplayName("forged, malformed and oversized tokens are invalid_token, on protected and on open paths")
    default void forgedTokensAreInvalid() {
        String good = gatehouse().tokenFor(Map.of("username", "mallory"));
        String[] parts = good.split("\\.", -1);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("other signature", parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));
        forgeries.put("no signature", parts[0] + "." + parts[1] + ".");
        forgeries.put("algorithm none", base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        forgeries.put("HS256 under the public key", underThePublicKey(parts[1]));
        forgeries.put(
                "unknown key id",
                base64(header.replace("\"kid\":\"", "\"kid\":\"x")) + "." + parts[1] + "." + parts[2]);
        forgeries.put(
                "other claims", parts[0] + "." + base64(claims(parts[1]).replace("mallory", "admin")) + "." + parts[2]);
        forgeries.put(
                "another issuer", parts[0] + "." + base64("{\"iss\":\"https://evil.example.com\"}") + "." + parts[2]);
        forgeries.put("over 8 KiB", good + "A".repeat(8_192));
        forgeries.put("not a JWT", "hello");
        forgeries.put("dots", "..");
        forgeries.put("an unknown host token", "mhst_" + "0".repeat(36));
        forgeries.put("an unknown agent token", "magt_" + "0".repeat(36));
        forgeries.forEach((what, token) -> {
            for (String path : new String[] {"/api/me", "/dev/jwks"}) {
                Answer answer = gatehouse().bearing(token).get(path);
                assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(401);
                answer.expectingProblem(401, "invalid_token");
                assertThat(answer.header("WWW-Authenticate"))
                        .as("%s: %s", what, answer)
                        .startsWith("Bearer error=\"invalid_token\"");
            }
        });
    }

    @Test
    @DisplayName("two Authorization headers, and one without a token, are invalid_request")
    default void malformedCredentialsAreInvalidRequests() {
        String token = gatehouse().tokenFor(Map.of("username", "alice"));
        gatehouse()
                .bearing(token)
                .get("/api/me", Map.of("Authorization", "Bearer " + token))
                .expectingProblem(401, "invalid_request");
        Answer empty = gatehouse().anyone().get("/api/me", Map.of("Authorization", "Bearer"));
        empty.expectingProblem(401, "invalid_request");
        assertThat(empty.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_request\"");
    }

    @Test
    @DisplayName("another scheme is ignored: 401 without an error")
    default void otherSchemesAreIgnored() {
        Answer answer = gatehouse().anyone().get("/api/me", Map.of("Authorization", "Basic YTpi"));
        answer.expectingProblem(401, "credentials_required");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    @DisplayName("a user's name does not grant the role of a gateway")
    default void aNameDoesNotGrantTheGatewayRole() {
        gatehouse()
                .signedIn("gateway")
                .get("/api/chat/route?platform=whatsapp&platformUserId=1&templateAgentId=x")
                .expectingProblem(403, "forbidden");
    }

    @Test
    @DisplayName("answers are not cached, and their types are not sniffed")
    default void answersAreNotCached() {
        Answer answer = gatehouse().signedIn("alice").get("/api/me").expecting(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    @DisplayName("the development issuer publishes the metadata of an OpenID provider")
    default void theDevelopmentIssuerIsDiscoverable() {
        JsonObject metadata = gatehouse()
                .anyone()
                .get("/dev/.well-known/openid-configuration")
                .expecting(200)
                .json();
        assertThat(metadata.getString("issuer")).endsWith("/dev");
        assertThat(metadata.getJsonArray("code_challenge_methods_supported").getString(0))
                .isEqualTo("S256");
        Answer page = gatehouse()
                .anyone()
                .get("/dev/authorize?response_type=code&client_id=t&redirect_uri=http://127.0.0.1:9/cb"
                        + "&code_challenge_method=S256&code_challenge=" + "a".repeat(43))
                .expecting(200);
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.text()).doesNotContain("<script").contains("<label for=\"username\">");
    }

    private String underThePublicKey(String claims) {
        JsonObject key = gatehouse()
                .anyone()
                .get("/dev/jwks")
                .expecting(200)
                .json()
                .getJsonArray("keys")
                .getJsonObject(0);
        String content =
                base64("{\"alg\":\"HS256\",\"kid\":\"" + key.getString("kid") + "\",\"typ\":\"JWT\"}") + "." + claims;
        try {
            byte[] publicKey = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key.getString("n")), number(key.getString("e"))))
                    .getEncoded();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
            byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    private static String claims(String part) {
        String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(text)).readObject().toString();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
