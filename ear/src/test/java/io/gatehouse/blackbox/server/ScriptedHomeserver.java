package io.gatehouse.blackbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A homeserver that accepts every request of an application service unless told to fail, and records them. */
public final class ScriptedHomeserver implements AutoCloseable {

    private static final Pattern USERNAME = Pattern.compile("\"username\":\"([^\"]+)\"");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> sends = new CopyOnWriteArrayList<>();
    private final Map<String, String> taken = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final Map<String, String> predecessors = new ConcurrentHashMap<>();
    private final Map<String, Boolean> closed = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failuresToCome = new AtomicInteger();
    private volatile boolean down;
    private volatile boolean limiting;

    public ScriptedHomeserver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/_matrix/client/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers 503 to the next calls, health checks excepted. */
    public void failNext(int number) {
        failuresToCome.set(number);
    }

    /** Whether every call is answered 503 from now on. */
    public void down(boolean now) {
        down = now;
    }

    /** Whether every send is answered 429, with three seconds to wait, from now on. */
    public void limiting(boolean now) {
        limiting = now;
    }

    /** The number of calls, without health checks. */
    public int calls() {
        return calls.get();
    }

    /** The paths of all sends, with their transaction ids, failed ones included. */
    public List<String> sends() {
        return sends;
    }

    /** Makes a room state that it is the successor of another one. */
    public void succeeds(String room, String predecessor) {
        predecessors.put(room, predecessor);
    }

    /** Makes a room admit only the bot and users whom it invites. */
    public void admitsTheInvited(String room) {
        closed.put(room, true);
    }

    /**
     * Joins, leaves, invites and reads of the creation event, in order: {@code join <room> <user>}, followed by the
     * servers of the query.
     */
    public List<String> entries() {
        return entries;
    }

    /** The messages of a room in the order in which they were accepted; a repeated send counts once. */
    public List<String> saidIn(String room) {
        synchronized (taken) {
            return taken.entrySet().stream()
                    .filter(send -> send.getKey().contains("/rooms/" + room + "/"))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean look = path.endsWith("/account/whoami");
        boolean send = path.contains("/send/");
        if (!look) {
            calls.incrementAndGet();
        }
        if (send) {
            sends.add(path);
        }
        note(path, exchange.getRequestURI().getQuery());
        if (down || (!look && failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0)) {
            reply(exchange, 503, "<html>Service Unavailable</html>");
        } else if (send && limiting) {
            reply(exchange, 429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":2500}");
        } else if (send) {
            taken.putIfAbsent(path, body(body));
            reply(
                    exchange,
                    200,
                    "{\"event_id\":\"$" + UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + "\"}");
        } else if (isShutOut(path, exchange.getRequestURI().getQuery())) {
            reply(exchange, 403, "{\"errcode\":\"M_FORBIDDEN\"}");
        } else if (path.endsWith("/state/m.room.create")) {
            String room = path.replaceFirst(".*/rooms/", "").replaceFirst("/state/.*", "");
            String predecessor = predecessors.get(room);
            reply(
                    exchange,
                    200,
                    predecessor == null ? "{}" : "{\"predecessor\":{\"room_id\":\"" + predecessor + "\"}}");
        } else {
            reply(exchange, 200, "{\"user_id\":\"@" + username(body) + ":localhost\"}");
        }
    }

    private void note(String path, @Nullable String query) {
        if (path.contains("/join/")) {
            entries.add("join " + path.replaceFirst(".*/join/", "") + " " + query);
            return;
        }
        String room = path.replaceFirst(".*/rooms/", "").replaceFirst("/.*", "");
        if (path.endsWith("/leave")) {
            entries.add("leave " + room + " " + query);
        } else if (path.endsWith("/invite")) {
            closed.remove(room);
            entries.add("invite " + room + " " + query);
        } else if (path.endsWith("/state/m.room.create")) {
            entries.add("creation " + room + " " + query);
        }
    }

    private boolean isShutOut(String path, @Nullable String query) {
        return path.contains("/join/")
                && query != null
                && query.contains("user_id=")
                && closed.containsKey(path.replaceFirst(".*/join/", ""));
    }

    private static String body(String event) {
        try (JsonReader reader = Json.createReader(new StringReader(event))) {
            return reader.readObject().getString("body", "");
        }
    }

    private static String username(String body) {
        Matcher username = USERNAME.matcher(body);
        return username.find() ? username.group(1) : "gatehouse";
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
