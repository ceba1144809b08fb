package io.gatehouse.blackbox.cases;

import static io.gatehouse.blackbox.client.Administration.ids;
import static io.gatehouse.blackbox.client.Administration.register;
import static io.gatehouse.blackbox.client.Administration.scopes;
import static io.gatehouse.blackbox.client.Administration.tryToRegister;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Administration;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Administrators mint, rotate and revoke the tokens of hosts and agents. */
public interface AdminTokenCases extends Cases {

    @Test
    @DisplayName("a host registers an agent, an administrator revokes its token, and the next call fails")
    default void aRevokedAgentIsRefusedAtOnce() {
        String host = administration().newHost();
        Caller hostCaller =
                gatehouse().bearing(administration().mint(host, "bridge").getString("token"));
        String name = administration().hostName(host);
        Caller agent = gatehouse().bearing(register(hostCaller, name).getString("bridge_token"));
        agent.type().expecting(200);

        JsonObject listed = admin().get("/api/admin/agents?kind=registered&host=" + name)
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getJsonObject(0);
        assertThat(listed.getString("alias")).isEqualTo("echo");
        Answer revoked = admin().delete("/api/admin/agents/" + listed.getString("id") + "/tokens");
        assertThat(revoked.expecting(200).json().getInt("revoked")).isEqualTo(1);

        Answer refused = agent.type().expectingProblem(401, "invalid_token");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
        gatehouse()
                .bearing(register(hostCaller, name).getString("bridge_token"))
                .type()
                .expecting(200);
    }

    @Test
    @DisplayName("one token of an agent is revoked by its id; rotating ends the others after the overlap")
    default void agentTokensAreRevokedAndRotated() {
        String host = administration().newHost();
        Caller hostCaller =
                gatehouse().bearing(administration().mint(host, "bridge").getString("token"));
        JsonObject registered = register(hostCaller, administration().hostName(host));
        JsonObject again = register(hostCaller, administration().hostName(host));
        String tokens = "/api/admin/agents/"
                + administration()
                        .agentId(
                                registered.getString("agent_user_id"),
                                administration().hostName(host)) + "/tokens";
        Caller first = gatehouse().bearing(registered.getString("bridge_token"));
        Caller second = gatehouse().bearing(again.getString("bridge_token"));

        Answer seen = admin().get(tokens).expecting(200);
        assertThat(ids(seen, "tokens")).containsExactly(again.getString("token_id"), registered.getString("token_id"));
        assertThat(seen.text()).doesNotContain("magt_");

        admin().delete(tokens + "/" + registered.getString("token_id")).expecting(204);
        first.type().expectingProblem(401, "invalid_token");
        second.type().expecting(200);

        JsonObject fresh = admin().post(
                        tokens + "/rotate", Json.createObjectBuilder().add("overlapSeconds", 0))
                .expecting(201)
                .json();
        assertThat(fresh.getString("token")).endsWith(fresh.getString("lastFour"));
        second.type().expectingProblem(401, "invalid_token");
        gatehouse().bearing(fresh.getString("token")).type().expecting(200);
    }

    @Test
    @DisplayName("a host token is shown once, rotated with an overlap, and refused once revoked")
    default void hostTokensAreMintedRotatedAndRevoked() {
        String host = administration().newHost();
        String tokens = "/api/admin/hosts/" + host + "/tokens";
        JsonObject old = administration().mint(host, "bridge");
        Caller oldCaller = gatehouse().bearing(old.getString("token"));
        JsonObject fresh = admin().post(tokens + "/" + old.getString("id") + "/rotate", Json.createObjectBuilder())
                .expecting(201)
                .json();
        Caller freshCaller = gatehouse().bearing(fresh.getString("token"));
        register(oldCaller, administration().hostName(host));
        register(freshCaller, administration().hostName(host));

        Answer listed = admin().get(tokens).expecting(200);
        assertThat(ids(listed, "tokens")).containsExactly(fresh.getString("id"), old.getString("id"));
        assertThat(listed.text()).doesNotContain("mhst_").contains(old.getString("lastFour"));
        assertThat(listed.json().getJsonArray("tokens").getJsonObject(1).containsKey("expiresAt"))
                .isTrue();

        admin().delete(tokens + "/" + old.getString("id")).expecting(204);
        admin().delete(tokens + "/" + old.getString("id")).expecting(204);
        tryToRegister(oldCaller, administration().hostName(host)).expectingProblem(401, "invalid_token");
        register(freshCaller, administration().hostName(host));
        admin().post(tokens + "/" + old.getString("id") + "/rotate", Json.createObjectBuilder())
                .expectingProblem(409, "conflict");

        admin().post(
                        tokens + "/" + fresh.getString("id") + "/rotate",
                        Json.createObjectBuilder().add("overlapSeconds", 0))
                .expecting(201);
        tryToRegister(freshCaller, administration().hostName(host)).expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("an expired host token is refused")
    default void anExpiredHostTokenIsRefused() {
        String host = administration().newHost();
        String name = administration().hostName(host);
        Caller admin = admin();
        JsonObject token = admin.post(
                        "/api/admin/hosts/" + host + "/tokens",
                        scopes("bridge")
                                .add("expiresAt", Instant.now().plusSeconds(3).toString()))
                .expecting(201)
                .json();
        Caller caller = gatehouse().bearing(token.getString("token"));
        register(caller, name);
        Awaitility.await("the token's end")
                .atMost(Duration.ofSeconds(20))
                .until(() -> tryToRegister(caller, name).status() == 401);
    }

    @Test
    @DisplayName("minting twice with one idempotency key gives one token twice")
    default void mintingAgainWithTheSameKeyGivesTheSameToken() {
        String tokens = "/api/admin/hosts/" + administration().newHost() + "/tokens";
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = scopes("bridge").build().toString();
        Answer first = admin().post(tokens, "application/json", body, key).expecting(201);
        Answer again = admin().post(tokens, "application/json", body, key).expecting(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(ids(admin().get(tokens).expecting(200), "tokens")).hasSize(1);
    }

    private Administration administration() {
        return new Administration(gatehouse());
    }

    private Caller admin() {
        return gatehouse().administrator();
    }
}
