package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host of the operator's organization that signs its requests, with its key.
 *
 * @param host its unique name
 */
public record HostKey(String hostId, String host, String id, String secret) {

    public static HostKey of(Gatehouse gatehouse, String... scopes) {
        String host = RunningHost.newName();
        String id = gatehouse
                .administrator()
                .post("/api/admin/hosts", Json.createObjectBuilder().add("name", host))
                .expecting(201)
                .json()
                .getString("id");
        JsonObject key = gatehouse
                .administrator()
                .post(
                        "/api/admin/hosts/" + id + "/signing-keys",
                        Json.createObjectBuilder().add("scopes", Json.createArrayBuilder(List.of(scopes))))
                .expecting(201)
                .json();
        return new HostKey(id, host, key.getString("id"), key.getString("secret"));
    }

    /** A valid signature with a new nonce. */
    public Signature sign(String method, URI target, @Nullable String body) {
        return Signature.of(id, secret, method, target, body);
    }

    /** A body that registers an agent of this host. */
    public String registration() {
        return Json.createObjectBuilder()
                .add("alias", "echo")
                .add("host", host)
                .build()
                .toString();
    }

    @Override
    public String toString() {
        return "the key " + id + " of " + host;
    }
}
