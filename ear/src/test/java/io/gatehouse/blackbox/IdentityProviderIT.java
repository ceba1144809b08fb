package io.gatehouse.blackbox;

import static io.gatehouse.blackbox.issuer.IdentityProvider.claims;
import static io.gatehouse.blackbox.issuer.IdentityProvider.now;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.issuer.IdentityProvider;
import io.gatehouse.blackbox.issuer.SigningKey;
import io.gatehouse.blackbox.server.MicroProcess;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ordered: the outage must come before the server has fetched any key, because it survives later outages with the keys
 * it has.
 */
@DisplayName("with an identity provider named by mp.jwt.verify.*")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdentityProviderIT {

    private static final SigningKey RSA = SigningKey.rs256("rsa-1");
    private static final SigningKey EC = SigningKey.es256("ec-1");

    @RegisterExtension
    static final IdentityProvider provider = new IdentityProvider();

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .with("mp.jwt.verify.issuer", IdentityProvider.ISSUER)
            .with("mp.jwt.verify.audiences", "https://other.example.com," + IdentityProvider.AUDIENCE)
            .with("mp.jwt.verify.publickey.location", provider.jwksUrl())
            .with("gatehouse.jwt.key-fetch-interval", "PT1S");

    @BeforeEach
    void publishTheKeys() {
        provider.publish(RSA, EC);
    }

    @Test
    @Order(1)
    @DisplayName("while its keys are unavailable, tokens are answered 503 and not 401, however many are sent")
    void unavailableKeysDoNotRejectTheToken() {
        String token = RSA.sign(claims());
        for (String document : new String[] {
            "",
            "<html>Bad gateway</html>",
            "{\"keys\": 7}",
            "{}",
            "{\"keys\":[]}",
            "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"o\"}]}"
        }) {
            provider.answer(document.isEmpty() ? 503 : 200, document);
            for (int call = 0; call < 5; call++) {
                Answer answer = me(token).expectingProblem(503, "keys_unavailable");
                assertThat(answer.header("Retry-After")).as(answer.toString()).matches("[1-9][0-9]*");
                assertThat(answer.header("WWW-Authenticate"))
                        .as(answer.toString())
                        .isEmpty();
            }
        }
        server.gatehouse().signedIn("alice").get("/api/me").expecting(200);

        publishTheKeys();
        Awaitility.await("the keys, once they are there")
                .atMost(Duration.ofSeconds(10))
                .until(() -> me(token).status() == 200);
    }

    @Test
    @Order(2)
    @DisplayName("unavailable keys are logged in one line, and not at each request")
    void theUnavailableKeysWereLogged() {
        assertThat(server.console())
                .containsOnlyOnce("cannot be fetched: it answered 503")
                .contains("there again")
                .doesNotContain("\tat ");
    }

    @Test
    @Order(2)
    @DisplayName("a sub, a name or an address that cannot be stored is refused or cleaned, and causes no incident")
    void claimsThatCannotBeStoredAreRefusedOrCleaned() {
        for (String sub : List.of("s".repeat(256), "s".repeat(4_000), "u\u0000", "u\nv")) {
            me(RSA.sign(claims().subject(sub))).expectingProblem(401, "invalid_token");
        }
        me(RSA.sign(claims().subject(UUID.randomUUID() + "s".repeat(255 - 36)))).expecting(200);
        Answer odd = me(RSA.sign(claims().claim("name", "A\u0000d\uD83D\uDE00a")
                        .claim("email", "a\u0000@example.com")
                        .claim("upn", "u\u0000")))
                .expecting(200);
        assertThat(odd.text()).doesNotContain("\\u0000", "@example.com");
    }

    @Test
    @Order(2)
    @DisplayName("an ID token and a key-bound token are refused as bearer tokens, also an administrator's")
    void tokensForOtherPurposesAreRefused() {
        for (JWTClaimsSet.Builder claims : List.of(
                claims().claim("typ", "ID"),
                claims().claim("token_use", "id"),
                claims().claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")))) {
            String token = RSA.sign(claims.claim("groups", List.of("gatehouse-admin")));
            me(token).expectingProblem(401, "invalid_token");
            server.gatehouse().bearing(token).get("/api/admin/hosts").expectingProblem(401, "invalid_token");
        }
        me(RSA.sign(claims().claim("typ", "Bearer"))).expecting(200);
    }

    @Test
    @Order(2)
    @DisplayName("an administrator's group is recognized by its full path too")
    void anAdministratorsGroupCountsByItsFullPath() {
        for (String group : List.of("gatehouse-admin", "/gatehouse-admin")) {
            server.gatehouse()
                    .bearing(RSA.sign(claims().claim("groups", List.of(group))))
                    .get("/api/admin/hosts")
                    .expecting(200);
        }
        server.gatehouse()
                .bearing(RSA.sign(claims().claim("groups", List.of("/x/gatehouse-admin"))))
                .get("/api/admin/matrix/registration.yaml")
                .expectingProblem(403, "forbidden");
    }

    @Test
    @Order(2)
    @DisplayName("its RS256 and ES256 tokens are accepted, for the users that they name")
    void itsTokensAreAccepted() {
        for (SigningKey key : new SigningKey[] {RSA, EC}) {
            String email = me(key.sign(claims().claim("email", "grace@example.com")))
                    .expecting(200)
                    .text();
            assertThat(email).contains("grace@example.com");
        }
    }

    @Test
    @Order(2)
    @DisplayName("an unverified or malformed address is shown to no one")
    void onlyAVerifiedAddressIsShown() {
        String evil = "a@x. Your bank: call 555-1234 now http://evil/pay";
        List<JWTClaimsSet.Builder> unsaid = List.of(
                claims().claim("email", "victim@example.org").claim("email_verified", false),
                claims().claim("email", "victim@example.org").claim("email_verified", null),
                claims().claim("email", "victim@example.org").claim("email_verified", 1),
                claims().claim("email", evil).claim("email_verified", true),
                claims().claim("email", evil).claim("email_verified", false));
        for (JWTClaimsSet.Builder claims : unsaid) {
            assertThat(replyToACode(RSA.sign(claims)))
                    .contains("linked to an account without a confirmed address")
                    .doesNotContain("@", "***", "bank", "555", "http");
        }
        JWTClaimsSet.Builder grace = claims().claim("email", "grace@example.org");
        assertThat(replyToACode(RSA.sign(grace))).contains("linked to g***e@e***.org");
        assertThat(replyToACode(RSA.sign(grace.claim("email_verified", false))))
                .as("once it is not verified any more")
                .contains("linked to an account without a confirmed address");
    }

    private static String replyToACode(String token) {
        String code = server.gatehouse()
                .bearing(token)
                .mint("personal-finance")
                .expecting(201)
                .json()
                .getString("token");
        return server.gatehouse()
                .gateway()
                .handIn(ChatAccount.whatsapp(), "personal-finance", code)
                .expecting(200)
                .json()
                .getString("reply");
    }

    @Test
    @Order(2)
    @DisplayName("tokens of others, or not valid now, or for another audience, are invalid")
    void tokensOfOthersAreInvalid() {
        String good = RSA.sign(claims());
        String[] parts = good.split("\\.", -1);
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("wrong signature", SigningKey.rs256("rsa-1").sign(claims()));
        bad.put("wrong EC signature", SigningKey.es256("ec-1").sign(claims()));
        bad.put("RSA signature under the EC key's id", SigningKey.rs256("ec-1").sign(claims()));
        bad.put(
                "another token's signature",
                parts[0] + "." + parts[1] + "." + RSA.sign(claims()).split("\\.", -1)[2]);
        bad.put("algorithm none", new PlainJWT(claims().build()).serialize());
        bad.put("algorithm none, with a signature", new PlainJWT(claims().build()).serialize() + parts[2]);
        bad.put("HS256 under the public key", RSA.hs256UnderThePublicKey(claims()));
        bad.put("unknown key id", SigningKey.rs256("rsa-9").sign(claims()));
        bad.put("expired", RSA.sign(claims().expirationTime(secondsFromNow(-1))));
        bad.put("no expiry", RSA.sign(claims().expirationTime(null)));
        bad.put("not yet valid", RSA.sign(claims().notBeforeTime(secondsFromNow(60))));
        bad.put("issued in the future", RSA.sign(claims().issueTime(secondsFromNow(60))));
        bad.put("wrong audience", RSA.sign(claims().audience("https://else.example.com")));
        bad.put("no audience", RSA.sign(claims().audience((String) null)));
        bad.put("wrong issuer", RSA.sign(claims().issuer("https://evil.example.com")));
        bad.put(
                "the development issuer's name",
                RSA.sign(claims().issuer(server.gatehouse().baseUri() + "/dev")));
        bad.put("no issuer", RSA.sign(claims().issuer(null)));
        bad.put("nobody", RSA.sign(claims().subject(null)));
        bad.put("oversized", RSA.sign(claims().claim("filler", "x".repeat(8 * 1024))));
        bad.put("not a JWT", "hello");
        bad.put("two parts", parts[0] + "." + parts[1]);

        bad.forEach((what, token) -> {
            Answer answer = me(token);
            assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(401);
            answer.expectingProblem(401, "invalid_token");
            assertThat(answer.header("WWW-Authenticate"))
                    .as("%s: %s", what, answer)
                    .startsWith("Bearer ")
                    .contains("error=\"invalid_token\"");
        });
        me(good).expecting(200);
    }

    @Test
    @Order(2)
    @DisplayName("a user with the name of an agent, host or token has no right of theirs")
    void aUserNamedLikeAnAgentIsNoAgent() {
        RegisteredAgent agent = RegisteredAgent.at(server.gatehouse());
        String tokenId =
                agent.caller().introspect(agent.token()).expecting(200).json().getString("jti");
        for (String name : List.of(agent.userId(), agent.host(), "*", "agent-token:" + tokenId, tokenId)) {
            Caller impostor = server.gatehouse()
                    .bearing(RSA.sign(claims().subject(name)
                            .jwtID(tokenId)
                            .claim("upn", name)
                            .claim("preferred_username", name)
                            .claim("client_id", agent.host())
                            .claim("token_id", tokenId)
                            .claim("groups", List.of("agent", "host", "gateway", "user"))
                            .claim("scope", "bridge receive send type")));

            impostor.get("/api/me").expecting(200);
            impostor.type().expectingProblem(403, "forbidden");
            impostor.get("/bridge/v1/messages?timeout=0").expectingProblem(403, "forbidden");
            impostor.get("/bridge/v1/agents?host=" + agent.host()).expectingProblem(403, "forbidden");
            impostor.post("/bridge/v1/agents/revoke", Json.createObjectBuilder().add("agent_user_id", agent.userId()))
                    .expectingProblem(403, "forbidden");
            impostor.introspect(agent.token()).expectingOAuthError(403, "unauthorized_client");
            impostor.revoke(agent.token()).expectingOAuthError(403, "unauthorized_client");
            impostor.route(ChatAccount.whatsapp(), "personal-finance").expectingProblem(403, "forbidden");
        }
        agent.caller().type().expecting(200);
    }

    @Test
    @Order(3)
    @DisplayName("a new key is known as soon as it signs, and known keys survive an outage")
    void aNewKeyIsKnownAsSoonAsItSigns() {
        SigningKey next = SigningKey.es256("ec-2");
        provider.publish(EC, next);
        Awaitility.await("the new key, after forged key ids have used the fetches")
                .atMost(Duration.ofSeconds(10))
                .until(() -> me(next.sign(claims())).status() == 200);
        me(EC.sign(claims())).expecting(200);
        me(RSA.sign(claims())).expectingProblem(401, "invalid_token");

        SigningKey third = SigningKey.rs256("rsa-3");
        for (String odd : List.of(
                "{\"kty\":\"EC\",\"crv\":\"BP-256\",\"kid\":\"bp\",\"use\":\"sig\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kty\":\"oct\",\"kid\":\"o\"},7,{\"kty\":\"RSA\",\"kid\":\"rsa-3\",\"n\":\"AQAB\",\"x5c\":[\"x\"]}")) {
            SigningKey newest = SigningKey.rs256("rsa-" + odd.length());
            provider.publishAmid(odd, next, third, newest);
            Awaitility.await("the newest key, among unreadable keys")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> me(newest.sign(claims())).status() == 200);
            me(third.sign(claims())).expecting(200);
        }

        provider.answer(500, "");
        me(next.sign(claims())).expecting(200);
    }

    private static Answer me(String token) {
        return server.gatehouse().bearing(token).get("/api/me");
    }

    private static Date secondsFromNow(int seconds) {
        return Date.from(now().plusSeconds(seconds));
    }
}
