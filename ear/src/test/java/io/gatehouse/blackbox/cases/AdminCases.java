package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators do, and that nobody else does it. */
public interface AdminCases extends Cases {

    @Test
    @DisplayName("a host registers an agent, an administrator revokes its token, and the very next call fails")
    default void aRevokedAgentIsSilentAtOnce() {
        String host = newHost();
        Caller hostCaller = gatehouse().bearing(mint(host, "bridge").getString("token"));
        String name = hostName(host);
        Caller agent = gatehouse().bearing(register(hostCaller, name).getString("bridge_token"));
        type(agent).expecting(200);

        JsonObject listed = admin().get("/api/admin/agents?kind=registered&host=" + name)
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getJsonObject(0);
        assertThat(listed.getString("alias")).isEqualTo("echo");
        Answer revoked = admin().delete("/api/admin/agents/" + listed.getString("id") + "/tokens");
        assertThat(revoked.expecting(200).json().getInt("revoked")).isEqualTo(1);

        Answer refused = type(agent).expectingProblem(401, "invalid_token");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
        type(gatehouse().bearing(register(hostCaller, name).getString("bridge_token")))
                .expecting(200);
    }

    @Test
    @DisplayName("one token of an agent is revoked by its id; rotating ends the others after the overlap")
    default void agentTokensAreRevokedAndRotated() {
        String host = newHost();
        Caller hostCaller = gatehouse().bearing(mint(host, "bridge").getString("token"));
        JsonObject registered = register(hostCaller, hostName(host));
        JsonObject again = register(hostCaller, hostName(host));
        String tokens =
                "/api/admin/agents/" + agentId(registered.getString("agent_user_id"), hostName(host)) + "/tokens";
        Caller first = gatehouse().bearing(registered.getString("bridge_token"));
        Caller second = gatehouse().bearing(again.getString("bridge_token"));

        Answer seen = admin().get(tokens).expecting(200);
        assertThat(ids(seen, "tokens")).containsExactly(again.getString("token_id"), registered.getString("token_id"));
        assertThat(seen.text()).doesNotContain("magt_");

        admin().delete(tokens + "/" + registered.getString("token_id")).expecting(204);
        type(first).expectingProblem(401, "invalid_token");
        type(second).expecting(200);

        JsonObject fresh = admin().post(
                        tokens + "/rotate", Json.createObjectBuilder().add("overlapSeconds", 0))
                .expecting(201)
                .json();
        assertThat(fresh.getString("token")).endsWith(fresh.getString("lastFour"));
        type(second).expectingProblem(401, "invalid_token");
        type(gatehouse().bearing(fresh.getString("token"))).expecting(200);
    }

    @Test
    @DisplayName("a host token is shown once, rotated with an overlap, and refused from its revocation on")
    default void hostTokensAreMintedRotatedAndRevoked() {
        String host = newHost();
        String tokens = "/api/admin/hosts/" + host + "/tokens";
        JsonObject old = mint(host, "bridge");
        Caller oldCaller = gatehouse().bearing(old.getString("token"));
        JsonObject fresh = admin().post(tokens + "/" + old.getString("id") + "/rotate", Json.createObjectBuilder())
                .expecting(201)
                .json();
        Caller freshCaller = gatehouse().bearing(fresh.getString("token"));
        register(oldCaller, hostName(host));
        register(freshCaller, hostName(host));

        Answer listed = admin().get(tokens).expecting(200);
        assertThat(ids(listed, "tokens")).containsExactly(fresh.getString("id"), old.getString("id"));
        assertThat(listed.text()).doesNotContain("mhst_").contains(old.getString("lastFour"));
        assertThat(listed.json().getJsonArray("tokens").getJsonObject(1).containsKey("expiresAt"))
                .isTrue();

        admin().delete(tokens + "/" + old.getString("id")).expecting(204);
        admin().delete(tokens + "/" + old.getString("id")).expecting(204);
        tryToRegister(oldCaller, hostName(host)).expectingProblem(401, "invalid_token");
        register(freshCaller, hostName(host));
        admin().post(tokens + "/" + old.getString("id") + "/rotate", Json.createObjectBuilder())
                .expectingProblem(409, "conflict");

        admin().post(
                        tokens + "/" + fresh.getString("id") + "/rotate",
                        Json.createObjectBuilder().add("overlapSeconds", 0))
                .expecting(201);
        tryToRegister(freshCaller, hostName(host)).expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("a host token with an end is refused after it")
    default void anExpiredHostTokenIsRefused() {
        String host = newHost();
        JsonObject token = admin().post(
                        "/api/admin/hosts/" + host + "/tokens",
                        scopes("bridge")
                                .add("expiresAt", Instant.now().plusSeconds(2).toString()))
                .expecting(201)
                .json();
        Caller caller = gatehouse().bearing(token.getString("token"));
        register(caller, hostName(host));
        Awaitility.await("the token's end")
                .atMost(Duration.ofSeconds(20))
                .until(() -> tryToRegister(caller, hostName(host)).status() == 401);
    }

    @Test
    @DisplayName("anonymous callers, hosts, agents and gateways administer nothing")
    default void nobodyElseAdministers() {
        String host = newHost();
        JsonObject token = mint(host, "bridge", "chat:claim");
        Caller hostCaller = gatehouse().bearing(token.getString("token"));
        Caller agent = gatehouse().bearing(register(hostCaller, hostName(host)).getString("bridge_token"));
        String tokens = "/api/admin/hosts/" + host + "/tokens";
        for (String path : List.of("/api/admin/hosts", tokens, "/api/admin/agents")) {
            gatehouse().anyone().get(path).expectingProblem(401, "credentials_required");
            for (Caller caller : List.of(hostCaller, agent, gatehouse().gateway())) {
                caller.get(path).expectingProblem(403, "forbidden");
            }
        }
        for (Caller caller : List.of(hostCaller, agent, gatehouse().gateway())) {
            caller.post(tokens, scopes("bridge")).expectingProblem(403, "forbidden");
            caller.delete(tokens + "/" + token.getString("id")).expectingProblem(403, "forbidden");
            caller.post("/api/admin/hosts", Json.createObjectBuilder().add("name", newName()))
                    .expectingProblem(403, "forbidden");
        }
        register(hostCaller, hostName(host));
    }

    @Test
    @DisplayName("a user who administers other organizations finds nothing here: every id answers 404")
    default void tenantsAreWalls() {
        String host = newHost();
        JsonObject token = mint(host, "bridge");
        Caller hostCaller = gatehouse().bearing(token.getString("token"));
        JsonObject registered = register(hostCaller, hostName(host));
        String agent = "/api/admin/agents/" + agentId(registered.getString("agent_user_id"), hostName(host));
        String hostPath = "/api/admin/hosts/" + host;
        String tokenPath = hostPath + "/tokens/" + token.getString("id");
        Caller stranger = gatehouse().newcomer();

        assertThat(stranger.get("/api/admin/hosts").expecting(200).json().getJsonArray("hosts"))
                .isEmpty();
        assertThat(stranger.get("/api/admin/agents").expecting(200).json().getJsonArray("agents"))
                .isEmpty();
        for (String path : List.of(
                hostPath, hostPath + "/tokens", agent, agent + "/tokens", "/api/admin/hosts?organization=operator")) {
            stranger.get(path).expectingProblem(404, "not_found");
        }
        stranger.post(hostPath + "/tokens", scopes("bridge")).expectingProblem(404, "not_found");
        stranger.post(tokenPath + "/rotate", Json.createObjectBuilder()).expectingProblem(404, "not_found");
        stranger.delete(tokenPath).expectingProblem(404, "not_found");
        stranger.post(agent + "/tokens/rotate", Json.createObjectBuilder()).expectingProblem(404, "not_found");
        stranger.delete(agent + "/tokens").expectingProblem(404, "not_found");
        stranger.delete(agent + "/tokens/" + registered.getString("token_id")).expectingProblem(404, "not_found");
        stranger.put(
                        "/api/admin/agents/" + template() + "/serving-agent",
                        Json.createObjectBuilder().add("agentUserId", registered.getString("agent_user_id")))
                .expectingProblem(404, "not_found");
        type(gatehouse().bearing(registered.getString("bridge_token"))).expecting(200);
        register(hostCaller, hostName(host));
    }

    @Test
    @DisplayName("the owner of an organization administers its hosts, as far as they reach no further than it")
    default void anOwnerAdministersTheirOwn() {
        Caller owner = gatehouse().newcomer();
        JsonObject organization = owner.get("/api/me").expecting(200).json().getJsonObject("personalOrganization");
        owner.post(
                        "/api/admin/hosts",
                        Json.createObjectBuilder()
                                .add("name", newName())
                                .add("organization", organization.getString("slug")))
                .expectingProblem(403, "forbidden");
        owner.post("/api/admin/hosts", Json.createObjectBuilder().add("name", newName()))
                .expectingProblem(400, "invalid_body");

        String host = newHost(organization.getString("slug"));
        String tokens = "/api/admin/hosts/" + host + "/tokens";
        JsonObject seen = owner.get("/api/admin/hosts/" + host).expecting(200).json();
        assertThat(seen.getString("organizationId")).isEqualTo(organization.getString("organizationId"));
        assertThat(ids(owner.get("/api/admin/hosts").expecting(200), "hosts")).containsExactly(host);

        owner.post(tokens, scopes("bridge", "chat:claim")).expectingProblem(403, "forbidden");
        JsonObject gateway = mint(host, "bridge", "chat:claim");
        owner.post(tokens + "/" + gateway.getString("id") + "/rotate", Json.createObjectBuilder())
                .expectingProblem(403, "forbidden");
        String token =
                owner.post(tokens, scopes("bridge")).expecting(201).json().getString("token");
        JsonObject registered = register(gatehouse().bearing(token), hostName(host));
        String agent = agentId(registered.getString("agent_user_id"), hostName(host));
        owner.delete("/api/admin/agents/" + agent + "/tokens").expecting(200);
        type(gatehouse().bearing(registered.getString("bridge_token"))).expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("minting twice with one idempotency key gives one token twice")
    default void mintingAgainWithTheSameKeyGivesTheSameToken() {
        String tokens = "/api/admin/hosts/" + newHost() + "/tokens";
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = scopes("bridge").build().toString();
        Answer first = admin().post(tokens, "application/json", body, key).expecting(201);
        Answer again = admin().post(tokens, "application/json", body, key).expecting(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(ids(admin().get(tokens).expecting(200), "tokens")).hasSize(1);
    }

    @Test
    @DisplayName("what cannot be meant is told, and a name is given once")
    default void badRequestsAreTold() {
        String host = newHost();
        admin().post("/api/admin/hosts", Json.createObjectBuilder().add("name", hostName(host)))
                .expectingProblem(409, "host_name_taken");
        for (String name : List.of("Upper", "-dash", "a b", "*", "ä")) {
            admin().post("/api/admin/hosts", Json.createObjectBuilder().add("name", name))
                    .expectingProblem(400, "invalid_body");
        }
        String tokens = "/api/admin/hosts/" + host + "/tokens";
        admin().post(tokens, scopes()).expectingProblem(400, "invalid_body");
        admin().post(tokens, scopes("everything")).expectingProblem(400, "invalid_body");
        admin().post(tokens, scopes("bridge").add("expiresAt", "2020-01-01T00:00:00Z"))
                .expectingProblem(400, "invalid_body");
        admin().post(tokens, scopes("bridge").add("expiresAt", "tomorrow")).expectingProblem(400, "invalid_body");
        admin().post(
                        "/api/admin/hosts",
                        Json.createObjectBuilder().add("name", newName()).add("organization", "no-such"))
                .expectingProblem(404, "not_found");
        admin().get("/api/admin/hosts/no-id").expectingProblem(404, "not_found");
        admin().get("/api/admin/hosts/" + UUID.randomUUID() + "/tokens").expectingProblem(404, "not_found");
    }

    @Test
    @DisplayName("lists are pages that hold each host once, newest first")
    default void hostsArePaged() {
        Caller owner = gatehouse().newcomer();
        String slug = owner.get("/api/me")
                .expecting(200)
                .json()
                .getJsonObject("personalOrganization")
                .getString("slug");
        List<String> made = List.of(newHost(slug), newHost(slug), newHost(slug));
        Answer first = owner.get("/api/admin/hosts?limit=2").expecting(200);
        Answer second = owner.get(
                        "/api/admin/hosts?limit=2&cursor=" + first.json().getString("nextCursor"))
                .expecting(200);

        assertThat(ids(first, "hosts")).containsExactly(made.get(2), made.get(1));
        assertThat(ids(second, "hosts")).containsExactly(made.get(0));
        assertThat(second.json().containsKey("nextCursor")).isFalse();
    }

    @Test
    @DisplayName("an administrator says which registered agent serves a template")
    default void aTemplateIsServedByARegisteredAgent() {
        String host = newHost();
        JsonObject registered =
                register(gatehouse().bearing(mint(host, "bridge").getString("token")), hostName(host));
        String template = "/api/admin/agents/" + template();
        JsonObject served = admin().put(
                        template + "/serving-agent",
                        Json.createObjectBuilder().add("agentUserId", registered.getString("agent_user_id")))
                .expecting(200)
                .json();
        assertThat(admin().get(template).expecting(200).json().getString("servedByAgentId"))
                .isEqualTo(served.getString("agentId"));

        admin().put(
                        template + "/serving-agent",
                        Json.createObjectBuilder().add("agentUserId", "@agent-nobody:localhost"))
                .expectingProblem(404, "unknown_agent");
        admin().delete(template + "/serving-agent").expecting(204);
        assertThat(admin().get(template).expecting(200).json().containsKey("servedByAgentId"))
                .isFalse();
    }

    @Test
    @DisplayName("every change stands in the audit trail, without a token, and the trail is whole")
    default void changesAreAudited() {
        String host = newHost();
        JsonObject token = mint(host, "bridge");
        admin().delete("/api/admin/hosts/" + host + "/tokens/" + token.getString("id"))
                .expecting(204);
        String subject = "/api/admin/audit?organization=operator&subject=host-token:" + token.getString("id");
        Answer events = admin().get(subject).expecting(200);

        assertThat(events.json().getJsonArray("events").getValuesAs(JsonObject.class))
                .extracting(event -> event.getString("action"))
                .containsExactly("host-token.revoked", "host-token.created");
        assertThat(events.text()).doesNotContain(token.getString("token")).contains(token.getString("lastFour"));
        assertThat(admin().get("/api/admin/audit/verify?organization=operator")
                        .expecting(200)
                        .json()
                        .getBoolean("whole"))
                .isTrue();

        Caller stranger = gatehouse().newcomer();
        stranger.get(subject).expectingProblem(404, "not_found");
        stranger.get("/api/admin/audit/verify?organization=operator").expectingProblem(404, "not_found");
        stranger.get("/api/admin/audit/verify").expectingProblem(404, "not_found");
        assertThat(stranger.get("/api/admin/audit?subject=host-token:" + token.getString("id"))
                        .expecting(200)
                        .json()
                        .getJsonArray("events"))
                .isEmpty();
        gatehouse().gateway().get("/api/admin/audit").expectingProblem(403, "forbidden");
        admin().get("/api/admin/audit?since=yesterday").expectingProblem(400, "invalid_parameter");
    }

    @Test
    @DisplayName("the served description covers the administration")
    default void theAdministrationIsDescribed() {
        assertThat(gatehouse().anyone().get("/openapi").expecting(200).text())
                .contains(
                        "/api/admin/hosts",
                        "/api/admin/hosts/{id}/tokens/{tokenId}/rotate",
                        "/api/admin/hosts/{id}/signing-keys/{keyId}",
                        "/api/admin/agents/{id}/serving-agent",
                        "/api/admin/audit/verify",
                        "IssuedKeyAnswer",
                        "invalid_signature");
    }

    private Caller admin() {
        return gatehouse().administrator();
    }

    private String template() {
        return ids(
                        admin().get("/api/admin/agents?kind=template&organization=personal-finance")
                                .expecting(200),
                        "agents")
                .get(0);
    }

    /** The id of a fresh host of the operator's. */
    private String newHost() {
        return newHost("operator");
    }

    private String newHost(String organization) {
        return admin().post(
                        "/api/admin/hosts",
                        Json.createObjectBuilder().add("name", newName()).add("organization", organization))
                .expecting(201)
                .json()
                .getString("id");
    }

    private String hostName(String id) {
        return admin().get("/api/admin/hosts/" + id).expecting(200).json().getString("name");
    }

    private JsonObject mint(String host, String... scopes) {
        return admin().post("/api/admin/hosts/" + host + "/tokens", scopes(scopes))
                .expecting(201)
                .json();
    }

    private String agentId(String userId, String host) {
        return admin()
                .get("/api/admin/agents?host=" + host)
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(agent -> agent.getString("agentUserId").equals(userId))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static JsonObject register(Caller host, String name) {
        Answer answer = tryToRegister(host, name);
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer.json();
    }

    private static Answer tryToRegister(Caller host, String name) {
        return host.post(
                "/bridge/v1/agents",
                Json.createObjectBuilder().add("alias", "echo").add("host", name));
    }

    private static Answer type(Caller agent) {
        return agent.post(
                "/bridge/v1/typing",
                Json.createObjectBuilder().add("room_id", "!admin:localhost").add("typing", true));
    }

    private static JsonObjectBuilder scopes(String... scopes) {
        return Json.createObjectBuilder().add("scopes", Json.createArrayBuilder(List.of(scopes)));
    }

    private static List<String> ids(Answer answer, String list) {
        return answer.json().getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    private static String newName() {
        return "h" + UUID.randomUUID().toString().replace("-", "");
    }
}
