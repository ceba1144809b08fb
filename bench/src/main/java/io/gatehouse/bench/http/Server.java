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

/** The runnable JAR as a separate process, with Java's default heap. */
final class Server implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Pattern ACCESS_TOKEN = text("access_token");
    private static final Pattern BRIDGE_TOKEN = text("bridge_token");

    /** A token for all hosts, which the server gets at its start. */
    static final String HOST_TOKEN = "mhst_bench-host-token-of-no-other-deployment";

    /** The app secret of its WhatsApp connection. */
    static final String WEBHOOK_SECRET = "0123456789abcdef0123456789abcdef";

    private static final Pattern ID = text("id");
    private static final Pattern AGENT_USER_ID = text("agent_user_id");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String baseUrl;

    private Server(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts the JAR and blocks until it is ready. */
    static Server start(Path jar, Path dataDir, Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-jar", jar.toString());
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
        return only(
                ACCESS_TOKEN,
                send(request("/dev/token")
                        .header("Content-Type", FORM)
                        .POST(body("expires_in=3600&username=" + username + "&scope=" + scope))));
    }

    /** Registers the agent and returns its token; an earlier token expires soon. */
    String agentToken(String alias) throws IOException, InterruptedException {
        return only(BRIDGE_TOKEN, register(alias));
    }

    /** Creates a WhatsApp connection to the development template, whose messages go to a registered agent's inbox. */
    String whatsAppConnection() throws IOException, InterruptedException {
        String admin = accessToken("admin", "");
        String servingAgent = only(AGENT_USER_ID, register("serving"));
        String template =
                only(ID, send(request("/api/admin/agents?kind=template").header("Authorization", "Bearer " + admin)));
        send(request("/api/admin/agents/" + template + "/serving-agent")
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", JSON)
                .PUT(body("{\"agentUserId\":\"" + servingAgent + "\"}")));
        return only(
                ID,
                send(
                        request("/api/admin/connections")
                                .header("Authorization", "Bearer " + admin)
                                .header("Content-Type", JSON)
                                .POST(
                                        body(
                                                "{\"platform\":\"whatsapp\",\"templateAgentId\":\"personal-finance\",\"name\":\"Bench\","
                                                        + "\"settings\":{\"displayNumber\":\"+447000999999\","
                                                        + "\"phoneNumberId\":\"106540352242922\",\"appSecret\":\""
                                                        + WEBHOOK_SECRET
                                                        + "\",\"accessToken\":\"EAAJB-an-access-token\",\"verifyToken\":\"a-verify-token\"}}"))));
    }

    /** Calls a path of the bridge as a host. */
    void put(String path, String json) throws IOException, InterruptedException {
        send(asHost(path).header("Content-Type", JSON).PUT(body(json)));
    }

    boolean introspect(String token) throws IOException, InterruptedException {
        return send(asHost("/oauth2/introspect").header("Content-Type", FORM).POST(body("token=" + token)))
                .body()
                .contains("\"active\":true");
    }

    void revoke(String token) throws IOException, InterruptedException {
        send(request("/oauth2/revoke")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", FORM)
                .POST(body("token=" + token)));
    }

    private HttpResponse<String> register(String alias) throws IOException, InterruptedException {
        return send(asHost("/bridge/v1/agents")
                .header("Content-Type", JSON)
                .POST(body("{\"alias\":\"" + alias + "\",\"host\":\"bench\"}")));
    }

    private HttpRequest.Builder asHost(String path) {
        return request(path).header("Authorization", "Bearer " + HOST_TOKEN);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path));
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static String only(Pattern field, HttpResponse<String> answer) {
        Matcher value = field.matcher(answer.body());
        if (!value.find()) {
            throw new IllegalStateException("not in the answer of " + answer.uri());
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
