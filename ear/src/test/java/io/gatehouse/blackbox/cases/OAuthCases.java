package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.TokenTexts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The OAuth endpoints: who may introspect and revoke which tokens. */
public interface OAuthCases extends Cases {

    String FORM = "application/x-www-form-urlencoded";
    String INACTIVE = "{\"active\":false}";

    @Test
    @DisplayName("the metadata names the endpoints, and the keys are public halves")
    default void theMetadataIsServed() {
        JsonObject metadata = gatehouse()
                .anyone()
                .get("/.well-known/oauth-authorization-server")
                .expecting(200)
                .json();
        String issuer = metadata.getString("issuer");
        assertThat(metadata.getString("token_endpoint")).isEqualTo(issuer + "/oauth2/token");
        assertThat(metadata.getString("jwks_uri")).isEqualTo(issuer + "/oauth2/jwks");
        assertThat(metadata.getString("introspection_endpoint")).isEqualTo(issuer + "/oauth2/introspect");
        assertThat(metadata.getString("revocation_endpoint")).isEqualTo(issuer + "/oauth2/revoke");
        assertThat(metadata.getJsonArray("grant_types_supported").getString(0))
                .isEqualTo("urn:ietf:params:oauth:grant-type:token-exchange");

        Answer keys = gatehouse().anyone().get("/oauth2/jwks").expecting(200);
        assertThat(keys.json().getJsonArray("keys").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(key.keySet()).containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
                    assertThat(key.getString("alg")).isEqualTo("RS256");
                });
        assertThat(keys.header("Cache-Control")).contains("max-age");
    }

    @Test
    @DisplayName("the keys are served to clients that accept JSON, key sets, or anything")
    default void theKeysAreServedInTheAcceptedMediaType() {
        for (String path : List.of("/oauth2/jwks", "/dev/jwks")) {
            for (String accepted : List.of(
                    "application/jwk-set+json",
                    "application/jwk-set+json, application/json;q=0.5",
                    "application/json",
                    "application/*",
                    "*/*",
                    "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2")) {
                Answer keys = gatehouse().browser().accepting(path, accepted).expecting(200);
                assertThat(keys.header("Content-Type"))
                        .as("%s of %s", accepted, path)
                        .startsWith(
                                accepted.startsWith("application/jwk") ? "application/jwk-set+json" : "application/");
                assertThat(keys.json().getJsonArray("keys")).isNotEmpty();
            }
        }
        for (String accepted : List.of("application/json", "*/*")) {
            gatehouse()
                    .browser()
                    .accepting("/.well-known/oauth-authorization-server", accepted)
                    .expecting(200);
            gatehouse()
                    .browser()
                    .accepting("/dev/.well-known/openid-configuration", accepted)
                    .expecting(200);
        }
    }

    @Test
    @DisplayName("a host may introspect and revoke by HTTP Basic, with its name or its token's id, and nowhere else")
    default void aHostIsAnOAuthClient() {
        assertThat(gatehouse()
                        .anyone()
                        .get("/.well-known/oauth-authorization-server")
                        .json()
                        .getJsonArray("introspection_endpoint_auth_methods_supported")
                        .toString())
                .contains("client_secret_basic", "Bearer");
        String token = boundHost();
        JsonObject host =
                gatehouse().bearing(token).introspect(token).expecting(200).json();
        String name = host.getString("sub");
        for (String id : List.of(name, host.getString("jti"))) {
            assertThat(asClient("/oauth2/introspect", id, token, token)
                            .expecting(200)
                            .json()
                            .getString("sub"))
                    .isEqualTo(name);
        }
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        assertThat(asClient("/oauth2/introspect", "%2A", Gatehouse.HOST_TOKEN, agent.token())
                        .expecting(200)
                        .json()
                        .getString("sub"))
                .isEqualTo(agent.userId());
        for (String path : List.of("/oauth2/introspect", "/oauth2/revoke")) {
            for (Answer refused : List.of(
                    asClient(path, "other", token, token),
                    asClient(path, name, Gatehouse.HOST_TOKEN, token),
                    asClient(path, name, TokenTexts.unknown("mhst_"), token),
                    asClient(path, agent.userId(), agent.token(), token),
                    asClient(path, name, "", token),
                    asClient(path, "%zz", token, token),
                    gatehouse().anyone().post(path, FORM, "token=x", Map.of("Authorization", "Basic \u00e9!")))) {
                refused.expectingOAuthError(401, "invalid_client");
                assertThat(refused.header("WWW-Authenticate")).startsWith("Basic realm=");
            }
        }
        gatehouse()
                .anyone()
                .get("/bridge/v1/agents", Map.of("Authorization", basic(name, token)))
                .expectingProblem(401, "credentials_required");
        asClient("/oauth2/revoke", name, token, token).expecting(200);
        asClient("/oauth2/introspect", name, token, token).expectingOAuthError(401, "invalid_client");
    }

    private Answer asClient(String path, String id, String secret, String token) {
        return gatehouse().anyone().post(path, FORM, "token=" + token, Map.of("Authorization", basic(id, secret)));
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("hosts, gateways, administrators and the agent itself introspect a token")
    default void permittedCallersIntrospectTokens() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        for (Caller caller :
                List.of(gatehouse().host(), gatehouse().gateway(), gatehouse().signedIn("admin"), agent.caller())) {
            JsonObject answer = caller.introspect(agent.token()).expecting(200).json();
            assertThat(answer.getBoolean("active")).as(answer.toString()).isTrue();
            assertThat(answer.getString("sub")).isEqualTo(agent.userId());
            assertThat(answer.getString("username")).isEqualTo(agent.userId());
            assertThat(answer.getString("client_id")).isEqualTo(agent.host());
            assertThat(answer.getString("scope")).isEqualTo("receive send type");
            assertThat(answer.getString("token_type")).isEqualTo("Bearer");
            assertThat(UUID.fromString(answer.getString("jti"))).isNotNull();
            assertThat(answer.getJsonNumber("iat").longValue()).isPositive();
            assertThat(answer.getString("iss")).isEqualTo(gatehouse().issuer());
        }
        JsonObject host = gatehouse()
                .host()
                .introspect(Gatehouse.HOST_TOKEN)
                .expecting(200)
                .json();
        assertThat(host.getString("sub")).isEqualTo("*");
        assertThat(host.getString("scope")).contains("bridge");
        assertThat(host.containsKey("username")).isFalse();
    }

    @Test
    @DisplayName("an unknown token, or one of others, is inactive, and nothing else is revealed")
    default void tokensOfOthersAreShownAsInactive() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        String boundHost = boundHost();
        String user = gatehouse().tokenFor(Map.of("username", "alice"));

        inactive(other.caller().introspect(agent.token()));
        inactive(other.caller().introspect(Gatehouse.HOST_TOKEN));
        inactive(gatehouse().bearing(boundHost).introspect(agent.token()));
        inactive(gatehouse().bearing(boundHost).introspect(Gatehouse.HOST_TOKEN));
        inactive(gatehouse().gateway().introspect(Gatehouse.HOST_TOKEN));
        for (String none : List.of(
                TokenTexts.unknown("magt_"),
                agent.token().substring(0, 30),
                "no.jwt.atall",
                user,
                "x".repeat(5_000),
                "ü")) {
            inactive(gatehouse().host().introspect(none));
        }
        assertThat(gatehouse()
                        .bearing(boundHost)
                        .introspect(boundHost)
                        .expecting(200)
                        .json()
                        .getBoolean("active"))
                .isTrue();
    }

    @Test
    @DisplayName("callers without access are refused with OAuth errors")
    default void callersWithoutAccessAreRefused() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        for (String path : List.of("/oauth2/introspect", "/oauth2/revoke")) {
            Map<String, String> form = Map.of("token", agent.token());
            Answer anonymous = gatehouse().anyone().postForm(path, form).expectingOAuthError(401, "invalid_client");
            assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Bearer");
            Answer bad = gatehouse().bearing("magt_bad").postForm(path, form).expectingOAuthError(401, "invalid_token");
            assertThat(bad.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
            gatehouse().signedIn("alice").postForm(path, form).expectingOAuthError(403, "unauthorized_client");
            gatehouse().host().postForm(path, Map.of()).expectingOAuthError(400, "invalid_request");
            gatehouse()
                    .host()
                    .post(path, "application/x-www-form-urlencoded", "token=a&token=b", Map.of())
                    .expectingOAuthError(400, "invalid_request");
            gatehouse()
                    .host()
                    .post(path, Json.createObjectBuilder().add("token", agent.token()))
                    .expectingOAuthError(415, "invalid_request");
            gatehouse().host().get(path).expectingOAuthError(405, "invalid_request");
        }
        gatehouse().anyone().get("/oauth2/nothing").expectingOAuthError(404, "invalid_request");
        agent.caller().type().expecting(200);
    }

    @Test
    @DisplayName("a revoked token is inactive at the next introspection, and revoking an unknown token is 200")
    default void aRevokedTokenIsNotActive() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());

        agent.caller().revoke(agent.token()).expecting(200);
        inactive(gatehouse().host().introspect(agent.token()));
        for (String none : List.of(agent.token(), TokenTexts.unknown("magt_"), "mhst_", "no.jwt.atall", "x")) {
            gatehouse().host().revoke(none).expecting(200);
        }
    }

    @Test
    @DisplayName("tokens of others are not revoked, and the answer says that they are still valid")
    default void tokensOfOthersAreNotRevoked() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        String boundHost = boundHost();

        other.caller().revoke(agent.token()).expectingOAuthError(400, "unauthorized_client");
        other.caller().revoke(Gatehouse.HOST_TOKEN).expectingOAuthError(400, "unauthorized_client");
        gatehouse().bearing(boundHost).revoke(agent.token()).expectingOAuthError(400, "unauthorized_client");
        gatehouse().bearing(boundHost).revoke(Gatehouse.HOST_TOKEN).expectingOAuthError(400, "unauthorized_client");
        agent.caller().type().expecting(200);
        gatehouse().host().introspect(agent.token()).expecting(200);

        gatehouse().bearing(boundHost).revoke(boundHost).expecting(200);
        gatehouse().bearing(boundHost).introspect(boundHost).expectingOAuthError(401, "invalid_token");
    }

    /** A token of a new host, bound to that host. */
    private String boundHost() {
        Caller admin = gatehouse().signedIn("admin");
        String host = admin.post("/api/admin/hosts", Json.createObjectBuilder().add("name", "h" + UUID.randomUUID()))
                .expecting(201)
                .json()
                .getString("id");
        return admin.post(
                        "/api/admin/hosts/" + host + "/tokens",
                        Json.createObjectBuilder()
                                .add("scopes", Json.createArrayBuilder().add("bridge")))
                .expecting(201)
                .json()
                .getString("token");
    }

    static void inactive(Answer answer) {
        assertThat(answer.expecting(200).text()).as(answer.toString()).isEqualTo(INACTIVE);
    }
}
