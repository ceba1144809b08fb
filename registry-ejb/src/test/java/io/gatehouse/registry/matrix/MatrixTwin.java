package io.gatehouse.registry.matrix;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A homeserver in memory, over HTTP, which does what Synapse 1.163 was seen to do with an application service's calls:
 * transactions of a device last, and those of no device are forgotten at a restart and told apart by the path alone.
 */
final class MatrixTwin implements AutoCloseable {

    static final String SERVER_NAME = "twin.test";
    static final String AS_TOKEN = "as-0123456789abcdef0123456789abcdef";
    static final String BOT = "@gatehouse:" + SERVER_NAME;

    private static final Pattern NAMESPACE = Pattern.compile("agent-[a-z0-9._-]+|gatehouse");
    private static final int LARGEST_EVENT = 65_536;
    private static final String OK = "{}";

    static {
        // Or each answer waits 40 ms for the kernel, because head and body are two packets.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> users = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> devices = new HashSet<>();
    private final Map<String, Room> rooms = new HashMap<>();
    private final Map<String, String> accountData = new HashMap<>();
    private final Map<String, String> lasting = new HashMap<>();
    private final Map<String, String> forgotten = new HashMap<>();

    private record Message(String sender, String content) {}

    private static final class Room {
        private final Set<String> members = new HashSet<>();
        private final Set<String> invited = new HashSet<>();
        private final Set<String> typing = new HashSet<>();
        private final List<Message> messages = new ArrayList<>();
        private final Map<String, Integer> joinedAt = new HashMap<>();
        private boolean open;

        void let(String user) {
            if (members.add(user)) {
                joinedAt.putIfAbsent(user, messages.size());
            }
        }
    }

    /** What is said instead of 200. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final int status;
        private final String errcode;

        Refusal(int status, String errcode) {
            this.status = status;
            this.errcode = errcode;
        }
    }

    /** Who calls, and what. */
    private record Call(String method, List<String> path, Map<String, String> query, JsonObject body, String raw) {

        boolean is(String wanted, String... pattern) {
            return method.equals(wanted)
                    && path.size() == pattern.length
                    && Stream.iterate(0, i -> i < pattern.length, i -> i + 1)
                            .allMatch(i -> pattern[i].equals("*") || pattern[i].equals(path.get(i)));
        }

        String user() {
            return query.getOrDefault("user_id", BOT);
        }
    }

    MatrixTwin() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        users.add(BOT);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Forgets what a homeserver keeps in its memory only. */
    synchronized void restart() {
        forgotten.clear();
    }

    synchronized void forgetDevices() {
        devices.clear();
    }

    /** A private room with these members. */
    synchronized String room(String... members) {
        String id = "!" + UUID.randomUUID() + "/?#%2F ☕:" + SERVER_NAME;
        Room room = new Room();
        List.of(members).forEach(room::let);
        rooms.put(id.replace(" ", ""), room);
        return id.replace(" ", "");
    }

    synchronized String openRoom() {
        String id = room();
        roomOf(id).open = true;
        return id;
    }

    synchronized void invite(String user, String roomId) {
        roomOf(roomId).invited.add(user);
    }

    synchronized @Nullable String displayName(String user) {
        return names.get(user);
    }

    synchronized boolean isTyping(String user, String roomId) {
        return roomOf(roomId).typing.contains(user);
    }

    /** What others said in the room since that user came in. */
    synchronized List<String> received(String user, String roomId) {
        Room room = roomOf(roomId);
        Integer from = room.joinedAt.get(user);
        return from == null
                ? List.of()
                : room.messages.subList(from, room.messages.size()).stream()
                        .filter(message -> !message.sender().equals(user))
                        .map(Message::content)
                        .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        String answer;
        try {
            if (!("Bearer " + AS_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                throw new Refusal(401, "M_UNKNOWN_TOKEN");
            }
            answer = answer(call(exchange, raw));
        } catch (Refusal refusal) {
            status = refusal.status;
            answer = "{\"errcode\":\"" + refusal.errcode + "\",\"error\":\"No.\"}";
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Call call(HttpExchange exchange, String raw) {
        URI uri = exchange.getRequestURI();
        List<String> path = Arrays.stream(uri.getRawPath().split("/", -1))
                .skip(3)
                .map(MatrixTwin::decoded)
                .toList();
        Map<String, String> query = uri.getRawQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getRawQuery().split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
        try (JsonReader reader = Json.createReader(new StringReader(raw.isEmpty() ? OK : raw))) {
            return new Call(exchange.getRequestMethod(), path, query, reader.readObject(), raw);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private synchronized String answer(Call call) {
        if (call.is("POST", "v3", "register")) {
            return register(call.body());
        }
        judgeCaller(call);
        if (call.is("GET", "versions")) {
            return "{\"versions\":[\"v1.1\",\"v1.17\"]}";
        }
        if (call.is("GET", "v3", "account", "whoami")) {
            return "{\"user_id\":\"" + call.user() + "\"}";
        }
        if (call.is("PUT", "v3", "devices", "*")) {
            devices.add(call.user() + " " + call.path().get(2));
            return OK;
        }
        if (call.is("PUT", "v3", "profile", "*", "displayname")) {
            names.put(call.user(), call.body().getString("displayname"));
            return OK;
        }
        if (call.is("PUT", "v3", "user", "*", "account_data", "*")) {
            return keep(call);
        }
        if (call.is("GET", "v3", "user", "*", "account_data", "*")) {
            return kept(call);
        }
        if (call.is("GET", "v3", "joined_rooms")) {
            return joined(call.user());
        }
        if (call.is("POST", "v3", "join", "*")) {
            return join(call.user(), roomOf(call.path().get(2)));
        }
        if (call.is("POST", "v3", "rooms", "*", "invite")) {
            roomOf(call.path().get(2), call.user()).invited.add(call.body().getString("user_id"));
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

    private void judgeCaller(Call call) {
        if (!users.contains(call.user())) {
            throw new Refusal(403, "M_FORBIDDEN");
        }
        String device = call.query().get("device_id");
        if (device != null && !devices.contains(call.user() + " " + device)) {
            throw new Refusal(400, "M_UNKNOWN_DEVICE");
        }
    }

    private String keep(Call call) {
        accountData.put(call.path().get(2) + " " + call.path().get(4), call.raw());
        return OK;
    }

    private String kept(Call call) {
        String content = accountData.get(call.path().get(2) + " " + call.path().get(4));
        if (content == null) {
            throw new Refusal(404, "M_NOT_FOUND");
        }
        return content;
    }

    private String joined(String user) {
        JsonArrayBuilder joined = Json.createArrayBuilder();
        rooms.forEach((id, room) -> {
            if (room.members.contains(user)) {
                joined.add(id);
            }
        });
        return Json.createObjectBuilder().add("joined_rooms", joined).build().toString();
    }

    private static String join(String user, Room room) {
        if (!room.open && !room.invited.contains(user) && !room.members.contains(user)) {
            throw new Refusal(403, "M_FORBIDDEN");
        }
        room.let(user);
        return OK;
    }

    private String send(Call call) {
        String device = call.query().get("device_id");
        String path = String.join("/", call.path());
        String known = forgotten.get(path);
        if (known == null && device != null) {
            known = lasting.get(path + " " + call.user() + " " + device);
        }
        if (known != null) {
            return known;
        }
        Room room = roomOf(call.path().get(2), call.user());
        if (call.raw().getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT) {
            throw new Refusal(413, "M_TOO_LARGE");
        }
        String event = "$" + UUID.randomUUID();
        room.messages.add(new Message(call.user(), call.raw()));
        forgotten.put(path, event);
        if (device != null) {
            lasting.put(path + " " + call.user() + " " + device, event);
        }
        return event;
    }

    private String type(Call call) {
        Room room = roomOf(call.path().get(2), call.user());
        if (call.body().getBoolean("typing")) {
            room.typing.add(call.path().get(4));
        } else {
            room.typing.remove(call.path().get(4));
        }
        return OK;
    }

    private Room roomOf(String id) {
        Room room = rooms.get(id);
        if (room == null) {
            throw new Refusal(404, "M_UNKNOWN");
        }
        return room;
    }

    /** For members only; to others it makes no difference whether there is such a room. */
    private Room roomOf(String id, String member) {
        Room room = rooms.get(id);
        if (room == null || !room.members.contains(member)) {
            throw new Refusal(403, "M_FORBIDDEN");
        }
        return Objects.requireNonNull(room);
    }
}
