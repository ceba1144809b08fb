package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A host with its own token and a unique name. */
public final class RunningHost {

    private static final String AGENTS = "/bridge/v1/agents";

    private final String name;
    private final Caller caller;

    private RunningHost(String name, Caller caller) {
        this.name = name;
        this.caller = caller;
    }

    /** A host of the organization with that slug, created by an administrator. */
    public static RunningHost of(Gatehouse gatehouse, String organization) {
        return of(gatehouse, organization, "bridge");
    }

    public static RunningHost of(Gatehouse gatehouse, String organization, String... scopes) {
        String name = newName();
        String id = gatehouse
                .administrator()
                .post(
                        "/api/admin/hosts",
                        Json.createObjectBuilder().add("name", name).add("organization", organization))
                .expecting(201)
                .json()
                .getString("id");
        String token = gatehouse
                .administrator()
                .post(
                        "/api/admin/hosts/" + id + "/tokens",
                        Json.createObjectBuilder().add("scopes", Json.createArrayBuilder(List.of(scopes))))
                .expecting(201)
                .json()
                .getString("token");
        return new RunningHost(name, gatehouse.bearing(token));
    }

    /** A host that calls with the token for every host, and is created by its first registration. */
    public static RunningHost ofTheOperator(Gatehouse gatehouse) {
        return new RunningHost(newName(), gatehouse.host());
    }

    public static String newName() {
        return "h" + UUID.randomUUID().toString().replace("-", "");
    }

    public String name() {
        return name;
    }

    public Caller caller() {
        return caller;
    }

    public JsonObject registered(String alias) {
        Answer answer = register(alias, name);
        return answer.status() == 200 ? answer.json() : answer.expecting(201).json();
    }

    public Answer register(String alias, String host) {
        return caller.post(
                AGENTS, Json.createObjectBuilder().add("alias", alias).add("host", host));
    }

    public Answer revoke(JsonObjectBuilder body) {
        return caller.post(AGENTS + "/revoke", body);
    }

    /** Starts a body with the name of an agent of this host. */
    public JsonObjectBuilder naming(String alias) {
        return Json.createObjectBuilder().add("alias", alias).add("host", name);
    }

    public Answer heartbeat(@Nullable Long generation) {
        return generation == null
                ? caller.post(path("heartbeat"))
                : caller.post(path("heartbeat"), Json.createObjectBuilder().add("generation", generation));
    }

    public Answer snapshot(@Nullable Long generation, Collection<String> aliases, String query) {
        JsonArrayBuilder agents = Json.createArrayBuilder();
        aliases.forEach(alias -> agents.add(Json.createObjectBuilder().add("alias", alias)));
        JsonObjectBuilder body = Json.createObjectBuilder().add("agents", agents);
        return caller.put(path("bindings") + query, generation == null ? body : body.add("generation", generation));
    }

    public Answer list(String query) {
        return caller.get(AGENTS + "?host=" + name + query);
    }

    /** The status of the host's agents by alias; the first page only. */
    public Map<String, String> statuses() {
        return list("&status=all&limit=200")
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getValuesAs(JsonObject.class)
                .stream()
                .collect(Collectors.toMap(agent -> agent.getString("alias"), agent -> agent.getString("status")));
    }

    public String path(String what) {
        return "/bridge/v1/hosts/" + name + "/" + what;
    }
}
