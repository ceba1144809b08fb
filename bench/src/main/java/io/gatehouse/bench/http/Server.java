package io.gatehouse.bench.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runnable JAR as a process of its own, with 1 GiB of heap. */
final class Server implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Pattern ACCESS_TOKEN = text("access_token");
    private static final Pattern BRIDGE_TOKEN = text("bridge_token");

    /** A host token for every host, which the server is told of at its start. */
    private static final String HOST_TOKEN = "mhst_bench-host-token-of-no-other-deployment";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String baseUrl;

    private Server(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts the JAR and returns when it is ready. */
    static Server start(Path jar, Path dataDir, Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx1g", "-jar", jar.toString());
        builder.environment().put("GATEHOUSE_HTTP_PORT", Integer.toString(port));
        builder.environment().put("GATEHOUSE_DATA_DIR", dataDir.toString());
        builder.environment().put("GATEHOUSE_BOOTSTRAP_HOST_TOKEN", HOST_TOKEN);
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(
                        dataDir.resolveSibling(dataDir.getFileName() + ".log").toFile())
                .start();
        Server server = new Server(process, "http://127.0.0.1:" + port);
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!server.isReady()) {
            if (System.nanoTime() > deadline || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new IllegalStateException("the server did not start; see " + dataDir + ".log");
            }
        }
        return server;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** An access token of the development issuer. */
    String accessToken(String username, String scope) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(baseUrl + "/dev/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "expires_in=3600&username=" + username + "&scope=" + scope))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return only(ACCESS_TOKEN, answer);
    }

    /** The token of an agent, which is registered for it; a token of before runs out soon. */
    String agentToken(String alias) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(baseUrl + "/bridge/v1/agents"))
                        .header("Authorization", "Bearer " + HOST_TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"alias\":\"" + alias + "\",\"host\":\"bench\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return only(BRIDGE_TOKEN, answer);
    }

    private static String only(Pattern field, HttpResponse<String> answer) {
        Matcher value = field.matcher(answer.body());
        if (!value.find()) {
            throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
        }
        return value.group(1);
    }

    private static Pattern text(String field) {
        return Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"");
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(baseUrl + "/health/ready"))
                    .build();
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
