package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.TokenTexts;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a JWT exchanged for an agent's token permits, and which exchanges are refused. */
public interface TokenExchangeCases extends Cases {

    @Test
    @DisplayName("an exchanged JWT authenticates the agent with the requested scope, and ends with its token")
    default void anExchangedJwtAuthenticatesTheAgent() throws ParseException, JOSEException {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        Answer answer = gatehouse().anyone().exchange(agent.token(), Map.of("scope", "type"));
        answer.expecting(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonObject token = answer.json();
        assertThat(token.getString("issued_token_type")).isEqualTo("urn:ietf:params:oauth:token-type:access_token");
        assertThat(token.getString("token_type")).isEqualTo("Bearer");
        assertThat(token.getInt("expires_in")).isBetween(1, 300);
        assertThat(token.getString("scope")).isEqualTo("type");

        SignedJWT jwt = SignedJWT.parse(token.getString("access_token"));
        JWK key = publicKeys().getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(gatehouse().issuer());
        assertThat(claims.getAudience()).containsExactly(gatehouse().issuer());
        assertThat(claims.getSubject()).isEqualTo(agent.userId());
        assertThat(claims.getStringClaim("upn")).isEqualTo(agent.userId());
        assertThat(claims.getStringListClaim("groups")).containsExactly("agent");
        assertThat(claims.getExpirationTime().toInstant())
                .isBeforeOrEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(5)));

        Caller scoped = gatehouse().bearing(jwt.serialize());
        scoped.type().expecting(200);
        scoped.get("/bridge/v1/messages?timeout=0").expectingProblem(403, "insufficient_scope");
        scoped.get("/api/me").expectingProblem(403, "forbidden");
        scoped.revoke(agent.token()).expectingOAuthError(400, "unauthorized_client");
        JsonObject known = scoped.introspect(jwt.serialize()).expecting(200).json();
        assertThat(known.getBoolean("active")).isTrue();
        assertThat(known.getString("scope")).isEqualTo("type");
        assertThat(known.getString("jti")).isEqualTo(claims.getJWTID());
        assertThat(known.getJsonArray("aud").getString(0)).isEqualTo(gatehouse().issuer());
        gatehouse().host().revoke(jwt.serialize()).expectingOAuthError(400, "unsupported_token_type");
        scoped.type().expecting(200);

        gatehouse().host().revoke(agent.token()).expecting(200);
        scoped.type().expectingProblem(401, "invalid_token");
        OAuthCases.inactive(gatehouse().host().introspect(jwt.serialize()));
    }

    @Test
    @DisplayName("more scope, another audience and tokens other than an agent's are refused, each with its error")
    default void anExchangeGrantsNoMoreThanTheTokenHas() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        Caller anyone = gatehouse().anyone();
        String token = agent.token();
        for (String scope : List.of("bridge", "send chat:claim", "gatehouse-admin", "send  admin")) {
            anyone.exchange(token, Map.of("scope", scope)).expectingOAuthError(400, "invalid_scope");
        }
        for (Map<String, String> target : List.of(
                Map.of("audience", "https://elsewhere.example.com"),
                Map.of("audience", gatehouse().issuer() + "/"),
                Map.of("resource", "https://elsewhere.example.com"),
                Map.of("resource", "not-a-uri"),
                Map.of("resource", gatehouse().issuer() + "#fragment"))) {
            anyone.exchange(token, target).expectingOAuthError(400, "invalid_target");
        }
        anyone.exchange(
                        token,
                        Map.of(
                                "audience",
                                gatehouse().issuer(),
                                "resource",
                                gatehouse().issuer()))
                .expecting(200);

        String jwt = anyone.exchange(token, Map.of()).expecting(200).json().getString("access_token");
        RegisteredAgent revoked = RegisteredAgent.at(gatehouse());
        gatehouse().host().revoke(revoked.token()).expecting(200);
        for (String none : List.of(
                Gatehouse.HOST_TOKEN,
                jwt,
                gatehouse().tokenFor(Map.of("username", "alice")),
                revoked.token(),
                TokenTexts.unknown("magt_"),
                token.substring(0, 30))) {
            anyone.exchange(none, Map.of()).expectingOAuthError(400, "invalid_request");
        }
        anyone.exchange(token, Map.of("grant_type", "client_credentials"))
                .expectingOAuthError(400, "unsupported_grant_type");
        anyone.exchange(token, Map.of("subject_token_type", "urn:ietf:params:oauth:token-type:id_token"))
                .expectingOAuthError(400, "invalid_request");
        anyone.exchange(token, Map.of("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token"))
                .expectingOAuthError(400, "invalid_request");
        anyone.exchange(
                        token,
                        Map.of(
                                "actor_token",
                                token,
                                "actor_token_type",
                                "urn:ietf:params:oauth:token-type:access_token"))
                .expectingOAuthError(400, "invalid_request");
        anyone.postForm("/oauth2/token", Map.of()).expectingOAuthError(400, "invalid_request");
        anyone.get("/oauth2/token").expectingOAuthError(405, "invalid_request");
    }

    @Test
    @DisplayName("a JWT that was changed, unsigned, or signed with public values does not authenticate an agent")
    default void forgedJwtsAreNoAgents() throws ParseException, JOSEException {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        RegisteredAgent victim = RegisteredAgent.at(gatehouse());
        SignedJWT jwt = SignedJWT.parse(gatehouse()
                .anyone()
                .exchange(agent.token(), Map.of("scope", "receive"))
                .expecting(200)
                .json()
                .getString("access_token"));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        JWTClaimsSet more = new JWTClaimsSet.Builder(claims)
                .claim("scope", "receive send type")
                .build();
        JWTClaimsSet another = new JWTClaimsSet.Builder(claims)
                .subject(victim.userId())
                .claim("upn", victim.userId())
                .build();
        byte[] publicKey = publicKeys()
                .getKeyByKeyId(jwt.getHeader().getKeyID())
                .toRSAKey()
                .toRSAPublicKey()
                .getEncoded();
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("more scope under the old signature", withClaims(jwt, more));
        forgeries.put("another agent under the old signature", withClaims(jwt, another));
        forgeries.put("algorithm none", new PlainJWT(more).serialize());
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS512)) {
            SignedJWT confused = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(jwt.getHeader().getKeyID())
                            .build(),
                    more);
            confused.sign(new MACSigner(publicKey));
            forgeries.put(algorithm + " under the public key", confused.serialize());
        }
        String[] parts = jwt.serialize().split("\\.", -1);
        forgeries.put("no signature", parts[0] + "." + parts[1] + ".");
        forgeries.put(
                "another key",
                base64("{\"alg\":\"RS256\",\"kid\":\"" + UUID.randomUUID() + "\"}") + "." + parts[1] + "." + parts[2]);
        forgeries.put("no key named", base64("{\"alg\":\"RS256\"}") + "." + parts[1] + "." + parts[2]);
        forgeries.forEach((what, forged) -> {
            Answer answer = gatehouse().bearing(forged).type();
            assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(401);
            answer.expectingProblem(401, "invalid_token");
            OAuthCases.inactive(gatehouse().host().introspect(forged));
        });
        gatehouse().bearing(jwt.serialize()).type().expectingProblem(403, "insufficient_scope");
    }

    @Test
    @DisplayName("a user of the development issuer with the name of an agent is a user")
    default void aUserNamedLikeAnAgentIsAUser() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String name = agent.userId().substring(1, agent.userId().indexOf(':'));
        Caller user = gatehouse().bearing(gatehouse().tokenFor(Map.of("username", name, "scope", "send type receive")));

        user.type().expectingProblem(403, "forbidden");
        user.introspect(agent.token()).expectingOAuthError(403, "unauthorized_client");
        user.get("/api/me").expecting(200);
    }

    private JWKSet publicKeys() throws ParseException {
        return JWKSet.parse(
                gatehouse().anyone().get("/oauth2/jwks").expecting(200).text());
    }

    private static String withClaims(SignedJWT jwt, JWTClaimsSet claims) {
        String[] parts = jwt.serialize().split("\\.", -1);
        return parts[0] + "." + base64(claims.toString()) + "." + parts[2];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
