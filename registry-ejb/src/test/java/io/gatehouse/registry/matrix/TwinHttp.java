package io.gatehouse.registry.matrix;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses HTTP calls of Matrix's client-server API and writes the answers. */
final class TwinHttp implements AutoCloseable {

    static {
        // Otherwise each answer is delayed by 40 ms (Nagle's algorithm and delayed ACK), because head and body are two
        // packets.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String authorization;
    private final Function<Call, String> answers;

    /** @param path the path below {@code /_matrix/client} */
    record Call(String method, List<String> path, Map<String, String> query, JsonObject body, String raw) {

        boolean is(String wanted, String... pattern) {
            return method.equals(wanted)
                    && path.size() == pattern.length
                    && Stream.iterate(0, i -> i < pattern.length, i -> i + 1)
                            .allMatch(i -> pattern[i].equals("*") || pattern[i].equals(path.get(i)));
        }
    }

    /** Thrown to answer with an error instead of 200. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final int status;
        private final String errcode;

        Refusal(int status, String errcode) {
            this.status = status;
            this.errcode = errcode;
        }
    }

    /**
     * @param authorization the required {@code Authorization} header
     * @param answers returns JSON or throws a {@link Refusal}
     */
    TwinHttp(String authorization, Function<Call, String> answers) {
        this.authorization = authorization;
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
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
            if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                throw new Refusal(401, "M_UNKNOWN_TOKEN");
            }
            answer = answers.apply(call(exchange, raw));
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
                .map(TwinHttp::decoded)
                .toList();
        Map<String, String> query = uri.getRawQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getRawQuery().split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
        try (JsonReader reader = Json.createReader(new StringReader(raw.isEmpty() ? "{}" : raw))) {
            return new Call(exchange.getRequestMethod(), path, query, reader.readObject(), raw);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
