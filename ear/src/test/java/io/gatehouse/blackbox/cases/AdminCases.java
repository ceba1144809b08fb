package io.gatehouse.blackbox.cases;

import static io.gatehouse.blackbox.client.Administration.ids;
import static io.gatehouse.blackbox.client.Administration.register;
import static io.gatehouse.blackbox.client.Administration.scopes;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Administration;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.RunningHost;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators do, and that only they may. */
public interface AdminCases extends Cases {

    @Test
    @DisplayName("anonymous callers, hosts, agents and gateways administer nothing")
    default void onlyAdministratorsAdminister() {
        String host = administration().newHost();
        JsonObject token = administration().mint(host, "bridge", "chat:claim");
        Caller hostCaller = gatehouse().bearing(token.getString("token"));
        Caller agent = gatehouse()
                .bearing(register(hostCaller, administration().hostName(host)).getString("bridge_token"));
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
            caller.post("/api/admin/hosts", Json.createObjectBuilder().add("name", RunningHost.newName()))
                    .expectingProblem(403, "forbidden");
        }
        register(hostCaller, administration().hostName(host));
    }

    @Test
    @DisplayName("an administrator of other organizations finds nothing here: every id answers 404")
    default void organizationsAreIsolated() {
        String host = administration().newHost();
        JsonObject token = administration().mint(host, "bridge");
        Caller hostCaller = gatehouse().bearing(token.getString("token"));
        JsonObject registered = register(hostCaller, administration().hostName(host));
        String agent = "/api/admin/agents/"
                + administration()
                        .agentId(
                                registered.getString("agent_user_id"),
                                administration().hostName(host));
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
        gatehouse().bearing(registered.getString("bridge_token")).type().expecting(200);
        register(hostCaller, administration().hostName(host));
    }

    @Test
    @DisplayName("the owner of an organization administers its hosts, unless they reach beyond it")
    default void anOwnerAdministersTheirOwnOrganization() {
        Caller owner = gatehouse().newcomer();
        JsonObject organization = owner.get("/api/me").expecting(200).json().getJsonObject("personalOrganization");
        owner.post(
                        "/api/admin/hosts",
                        Json.createObjectBuilder()
                                .add("name", RunningHost.newName())
                                .add("organization", organization.getString("slug")))
                .expectingProblem(403, "forbidden");
        owner.post("/api/admin/hosts", Json.createObjectBuilder().add("name", RunningHost.newName()))
                .expectingProblem(400, "invalid_body");

        String host = administration().newHost(organization.getString("slug"));
        String tokens = "/api/admin/hosts/" + host + "/tokens";
        JsonObject seen = owner.get("/api/admin/hosts/" + host).expecting(200).json();
        assertThat(seen.getString("organizationId")).isEqualTo(organization.getString("organizationId"));
        assertThat(ids(owner.get("/api/admin/hosts").expecting(200), "hosts")).containsExactly(host);

        owner.post(tokens, scopes("bridge", "chat:claim")).expectingProblem(403, "forbidden");
        JsonObject gateway = administration().mint(host, "bridge", "chat:claim");
        owner.post(tokens + "/" + gateway.getString("id") + "/rotate", Json.createObjectBuilder())
                .expectingProblem(403, "forbidden");
        String token =
                owner.post(tokens, scopes("bridge")).expecting(201).json().getString("token");
        JsonObject registered =
                register(gatehouse().bearing(token), administration().hostName(host));
        String agent = administration()
                .agentId(registered.getString("agent_user_id"), administration().hostName(host));
        owner.delete("/api/admin/agents/" + agent + "/tokens").expecting(200);
        gatehouse().bearing(registered.getString("bridge_token")).type().expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("invalid values are reported, and a host name is unique")
    default void invalidRequestsAreReported() {
        String host = administration().newHost();
        admin().post(
                        "/api/admin/hosts",
                        Json.createObjectBuilder().add("name", administration().hostName(host)))
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
                        Json.createObjectBuilder()
                                .add("name", RunningHost.newName())
                                .add("organization", "no-such"))
                .expectingProblem(404, "not_found");
        admin().get("/api/admin/hosts/no-id").expectingProblem(404, "not_found");
        admin().get("/api/admin/hosts/" + UUID.randomUUID() + "/tokens").expectingProblem(404, "not_found");
    }

    @Test
    @DisplayName("lists are pages with each host once, newest first")
    default void hostsArePaged() {
        Caller owner = gatehouse().newcomer();
        String slug = owner.get("/api/me")
                .expecting(200)
                .json()
                .getJsonObject("personalOrganization")
                .getString("slug");
        List<String> made = List.of(
                administration().newHost(slug),
                administration().newHost(slug),
                administration().newHost(slug));
        Answer first = owner.get("/api/admin/hosts?limit=2").expecting(200);
        Answer second = owner.get(
                        "/api/admin/hosts?limit=2&cursor=" + first.json().getString("nextCursor"))
                .expecting(200);

        assertThat(ids(first, "hosts")).containsExactly(made.get(2), made.get(1));
        assertThat(ids(second, "hosts")).containsExactly(made.get(0));
        assertThat(second.json().containsKey("nextCursor")).isFalse();
    }

    @Test
    @DisplayName("an administrator chooses which registered agent serves a template")
    default void aTemplateIsServedByARegisteredAgent() {
        String host = administration().newHost();
        JsonObject registered = register(
                gatehouse().bearing(administration().mint(host, "bridge").getString("token")),
                administration().hostName(host));
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
    @DisplayName("every change is in the audit trail, without its token, and the trail is intact")
    default void changesAreAudited() {
        String host = administration().newHost();
        JsonObject token = administration().mint(host, "bridge");
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

    private Administration administration() {
        return new Administration(gatehouse());
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
}
