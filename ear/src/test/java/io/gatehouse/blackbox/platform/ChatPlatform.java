package io.gatehouse.blackbox.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The APIs of WhatsApp, Telegram and Slack at once, on a port of their own: they take what is sent to them, unless a fault
 * is waiting, which the next send gets in its place.
 */
public final class ChatPlatform implements AutoCloseable {

    private static final int THREADS = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final AtomicLong ids = new AtomicLong();

    /**
     * A message that was taken.
     *
     * @param chat where it went
     * @param reference Gatehouse's own id of it, where the platform has a place for one
     */
    public record Sent(String path, String chat, String text, String reference, Instant at) {}

    /** What a send gets instead of being taken. */
    public record Fault(int status, String retryAfter, String body, Duration delay, boolean taken) {

        public static Fault of(int status, String body) {
            return new Fault(status, "", body, Duration.ZERO, false);
        }

        public static Fault tooMuch(int seconds) {
            return new Fault(429, String.valueOf(seconds), "{}", Duration.ZERO, false);
        }

        /** It is taken, and the answer comes late. */
        public static Fault slow(Duration delay) {
            return new Fault(200, "", "", delay, true);
        }
    }

    public ChatPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void next(Fault fault) {
        faults.add(fault);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** What was said in a chat, in the order in which it was taken. */
    public List<String> saidTo(String chat) {
        return sent.stream()
                .filter(message -> message.chat().equals(chat))
                .map(Sent::text)
                .toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/messages") || path.endsWith("/sendMessage") || path.endsWith("/chat.postMessage")) {
            take(exchange, path, body);
        } else if (path.endsWith("/getMe")) {
            answer(exchange, 200, "", "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"username\":\"penny_bot\"}}");
        } else if (path.endsWith("/getWebhookInfo")) {
            answer(exchange, 200, "", "{\"ok\":true,\"result\":{\"url\":\"\"}}");
        } else if (path.endsWith("/auth.test")) {
            answer(exchange, 200, "", "{\"ok\":true,\"team\":\"Team\",\"user\":\"penny\",\"team_id\":\"T012AB3C4\"}");
        } else {
            answer(
                    exchange,
                    200,
                    "",
                    "{\"display_phone_number\":\"+44 7911 123456\",\"verified_name\":\"Penny\",\"id\":\"1\"}");
        }
    }

    private void take(HttpExchange exchange, String path, String body) throws IOException {
        Fault fault = faults.poll();
        if (fault != null && !fault.taken()) {
            answer(exchange, fault.status(), fault.retryAfter(), fault.body());
            return;
        }
        JsonObject json = object(body);
        sent.add(new Sent(
                path,
                Stream.of("to", "recipient", "chat_id", "channel")
                        .map(name -> json.getString(name, ""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                json.containsKey("text") && json.get("text") instanceof JsonObject text
                        ? text.getString("body", "")
                        : json.getString("text", ""),
                json.getString("biz_opaque_callback_data", ""),
                Instant.now()));
        if (fault != null) {
            LockSupport.parkNanos(fault.delay().toNanos());
        }
        long id = ids.incrementAndGet();
        answer(
                exchange,
                200,
                "",
                path.endsWith("/messages")
                        ? "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out" + id + "\"}]}"
                        : "{\"ok\":true,\"ts\":\"1700000000." + id + "\",\"result\":{\"message_id\":" + id + "}}");
    }

    private static JsonObject object(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    private static void answer(HttpExchange exchange, int status, String retryAfter, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
