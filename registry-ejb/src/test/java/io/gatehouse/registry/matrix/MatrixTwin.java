package io.gatehouse.registry.matrix;

import io.gatehouse.registry.matrix.TwinHttp.Call;
import io.gatehouse.registry.matrix.TwinHttp.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory homeserver over HTTP that reproduces the observed behaviour of Synapse 1.163 for calls of an application
 * service: transactions of a device are durable; those without a device are lost at a restart and distinguished by the
 * path alone.
 */
final class MatrixTwin implements AutoCloseable {

    static final String SERVER_NAME = "twin.test";
    static final String AS_TOKEN = "as-0123456789abcdef0123456789abcdef";
    static final String BOT = "@gatehouse:" + SERVER_NAME;

    private static final Pattern NAMESPACE = Pattern.compile("agent-[a-z0-9._-]+|gatehouse");
    private static final int MAX_EVENT_BYTES = 65_536;
    private static final String OK = "{}";

    private final TwinHttp http;
    private final Set<String> users = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> devices = new HashSet<>();
    private final Map<String, TwinRoom> rooms = new HashMap<>();
    private final Map<String, String> accountData = new HashMap<>();
    private final Map<String, String> durableTransactions = new HashMap<>();
    private final Map<String, String> volatileTransactions = new HashMap<>();

    MatrixTwin() {
        users.add(BOT);
        http = new TwinHttp("Bearer " + AS_TOKEN, this::answer);
    }

    URI uri() {
        return http.uri();
    }

    /** Clears what a homeserver keeps in memory only. */
    synchronized void restart() {
        volatileTransactions.clear();
    }

    synchronized void deleteDevices() {
        devices.clear();
    }

    /** Creates a private room with these members. */
    synchronized String room(String... members) {
        String id = "!" + UUID.randomUUID() + "/?#%2F ☕:" + SERVER_NAME;
        TwinRoom room = new TwinRoom();
        List.of(members).forEach(room::join);
        rooms.put(id.replace(" ", ""), room);
        return id.replace(" ", "");
    }

    synchronized String openRoom() {
        String id = room();
        roomOf(id).open();
        return id;
    }

    synchronized void invite(String user, String roomId) {
        roomOf(roomId).invite(user);
    }

    synchronized @Nullable String displayName(String user) {
        return names.get(user);
    }

    synchronized boolean isTyping(String user, String roomId) {
        return roomOf(roomId).isTyping(user);
    }

    /** Returns what others sent to the room since that user joined. */
    synchronized List<String> received(String user, String roomId) {
        return roomOf(roomId).receivedBy(user);
    }

    @Override
    public void close() {
        http.close();
    }

    private synchronized String answer(Call call) {
        if (call.is("POST", "v3", "register")) {
            return register(call.body());
        }
        checkCaller(call);
        if (call.is("GET", "versions")) {
            return "{\"versions\":[\"v1.1\",\"v1.17\"]}";
        }
        if (call.is("GET", "v3", "account", "whoami")) {
            return "{\"user_id\":\"" + user(call) + "\"}";
        }
        if (call.is("PUT", "v3", "devices", "*")) {
            devices.add(user(call) + " " + call.path().get(2));
            return OK;
        }
        if (call.is("PUT", "v3", "profile", "*", "displayname")) {
            names.put(user(call), call.body().getString("displayname"));
            return OK;
        }
        if (call.is("PUT", "v3", "user", "*", "account_data", "*")) {
            return writeAccountData(call);
        }
        if (call.is("GET", "v3", "user", "*", "account_data", "*")) {
            return readAccountData(call);
        }
        if (call.is("GET", "v3", "joined_rooms")) {
            return joined(user(call));
        }
        if (call.is("POST", "v3", "join", "*")) {
            return join(user(call), roomOf(call.path().get(2)));
        }
        if (call.is("POST", "v3", "rooms", "*", "invite")) {
            roomOf(call.path().get(2), user(call)).invite(call.body().getString("user_id"));
            return OK;
        }
        if (call.is("PUT", "v3", "rooms", "*", "send", "*", "*")) {
            return "{\"event_id\":\"" + send(call) + "\"}";
        }
        if (call.is("PUT", "v3", "rooms", "*", "typing", "*")) {
            return type(call);
        }
        throw new Refusal(404, "M_UNRECOGNIZED");
    }

    private static String user(Call call) {
        return call.query().getOrDefault("user_id", BOT);
    }

    private String register(JsonObject body) {
        if (!body.getString("type").equals("m.login.application_service") || !body.getBoolean("inhibit_login")) {
            throw new Refusal(400, "M_APPSERVICE_LOGIN_UNSUPPORTED");
        }
        String localpart = body.getString("username");
        if (!NAMESPACE.matcher(localpart).matches()) {
            throw new Refusal(400, "M_EXCLUSIVE");
        }
        String user = "@" + localpart + ":" + SERVER_NAME;
        if (!users.add(user)) {
            throw new Refusal(400, "M_USER_IN_USE");
        }
        return "{\"user_id\":\"" + user + "\"}";
    }

    private void checkCaller(Call call) {
        if (!users.contains(user(call))) {
            throw new Refusal(403, "M_FORBIDDEN");
        }
        String device = call.query().get("device_id");
        if (device != null && !devices.contains(user(call) + " " + device)) {
            throw new Refusal(400, "M_UNKNOWN_DEVICE");
        }
    }

    private String writeAccountData(Call call) {
        accountData.put(call.path().get(2) + " " + call.path().get(4), call.raw());
        return OK;
    }

    private String readAccountData(Call call) {
        String content = accountData.get(call.path().get(2) + " " + call.path().get(4));
        if (content == null) {
            throw new Refusal(404, "M_NOT_FOUND");
        }
        return content;
    }

    private String joined(String user) {
        JsonArrayBuilder joined = Json.createArrayBuilder();
        rooms.forEach((id, room) -> {
            if (room.has(user)) {
                joined.add(id);
            }
        });
        return Json.createObjectBuilder().add("joined_rooms", joined).build().toString();
    }

    private static String join(String user, TwinRoom room) {
        if (!room.isOpenTo(user)) {
            throw new Refusal(403, "M_FORBIDDEN");
        }
        room.join(user);
        return OK;
    }

    private String send(Call call) {
        String device = call.query().get("device_id");
        String path = String.join("/", call.path());
        String known = volatileTransactions.get(path);
        if (known == null && device != null) {
            known = durableTransactions.get(path + " " + user(call) + " " + device);
        }
        if (known != null) {
            return known;
        }
        TwinRoom room = roomOf(call.path().get(2), user(call));
        if (call.raw().getBytes(StandardCharsets.UTF_8).length > MAX_EVENT_BYTES) {
            throw new Refusal(413, "M_TOO_LARGE");
        }
        String event = "$" + UUID.randomUUID();
        room.send(user(call), call.raw());
        volatileTransactions.put(path, event);
        if (device != null) {
            durableTransactions.put(path + " " + user(call) + " " + device, event);
        }
        return event;
    }

    private String type(Call call) {
        roomOf(call.path().get(2), user(call))
                .type(call.path().get(4), call.body().getBoolean("typing"));
        return OK;
    }

    private TwinRoom roomOf(String id) {
        TwinRoom room = rooms.get(id);
        if (room == null) {
            throw new Refusal(404, "M_UNKNOWN");
        }
        return room;
    }

    /** For members only. Other users cannot tell whether the room exists. */
    private TwinRoom roomOf(String id, String member) {
        TwinRoom room = rooms.get(id);
        if (room == null || !room.has(member)) {
            throw new Refusal(403, "M_FORBIDDEN");
        }
        return room;
    }
}
