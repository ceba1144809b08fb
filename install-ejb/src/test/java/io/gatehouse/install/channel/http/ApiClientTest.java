package io.gatehouse.install.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.install.channel.http.ApiAnswer.Answered;
import io.gatehouse.install.channel.http.ApiAnswer.NotSent;
import io.gatehouse.install.channel.http.ApiAnswer.Unknown;
import io.gatehouse.kernel.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {

    /**
     * A host name that does not exist and is never sent to a name server, which could take minutes: a label is too
     * long.
     */
    private static final String INVALID_HOST = "x".repeat(64) + ".invalid";

    private final ApiClient allowed = new ApiClient(settings("allowed"));
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server = server(exchange -> {});

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        allowed.close();
    }

    @Test
    void theStatusRetryAfterAndBodyAreReturned() {
        String url = serving(exchange -> {
            String said = exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "7");
            answer(exchange, 429, said);
        });

        ApiAnswer answer =
                allowed.call(ApiRequest.postJson(url, "{\"text\":\"ü\"}").bearing("abc"));

        assertThat(answer)
                .isEqualTo(new Answered(
                        429,
                        Duration.ofSeconds(7),
                        "POST Bearer abc application/json; charset=utf-8 {\"text\":\"ü\"}"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        String url = serving(exchange -> {
            calls.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, 307, "");
        });

        assertThat(allowed.call(ApiRequest.get(url))).isEqualTo(new Answered(307, null, ""));
        assertThat(calls).hasValue(1);
    }

    @Test
    void aCallWithoutAnAnswerHasAnUnknownOutcome() {
        String url = serving(exchange -> {
            calls.incrementAndGet();
            awaitTheEnd();
        });

        assertThat(allowed.call(ApiRequest.postJson(url, "{}"))).isInstanceOf(Unknown.class);
        assertThat(calls).as("it is not retried").hasValue(1);
    }

    @Test
    void aCallWhoseConnectionIsClosedHasAnUnknownOutcome() {
        String url = serving(HttpExchange::close);

        assertThat(allowed.call(ApiRequest.postJson(url, "{}"))).isInstanceOf(Unknown.class);
    }

    @Test
    void aCallToAnUnreachableServerIsNotSent() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(allowed.call(ApiRequest.get("http://127.0.0.1:" + port))).isInstanceOf(NotSent.class);
        assertThat(allowed.call(ApiRequest.get("http://" + INVALID_HOST))).isInstanceOf(NotSent.class);
    }

    @Test
    void aCallToAServerWithoutTlsIsNotSent() {
        String url = serving(exchange -> {}).replace("http:", "https:");

        assertThat(allowed.call(ApiRequest.get(url))).isInstanceOf(NotSent.class);
    }

    @Test
    void anInternalAddressIsCalledOnlyIfAllowed() {
        ApiClient refusing = new ApiClient(settings("refused"));
        String url = serving(exchange -> {
            calls.incrementAndGet();
            answer(exchange, 200, "{}");
        });

        for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "0.0.0.0"}) {
            ApiAnswer answer = refusing.call(ApiRequest.get(url.replace("127.0.0.1", host)));
            assertThat(answer).as(host).isEqualTo(new NotSent("the host has an address that is not public"));
        }
        refusing.close();
        assertThat(calls).hasValue(0);
        assertThat(allowed.call(ApiRequest.get(url))).isEqualTo(new Answered(200, null, "{}"));
    }

    @Test
    void aConnectionIsReusedAfterItsAnswerWasRead() {
        Set<Integer> ports = new HashSet<>();
        String url = serving(exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            answer(exchange, 200, "{}");
        });

        assertThat(allowed.call(ApiRequest.get(url))).isEqualTo(new Answered(200, null, "{}"));
        assertThat(allowed.call(ApiRequest.get(url))).isEqualTo(new Answered(200, null, "{}"));

        assertThat(ports).hasSize(1);
    }

    @Test
    void requestsAndAnswersDoNotShowSecrets() {
        ApiRequest request =
                ApiRequest.get("https://api.example/bot123:secret/getMe").bearing("secret");

        assertThat(request.toString()).doesNotContain("secret");
        assertThat(allowed.call(ApiRequest.get("http://" + INVALID_HOST + "/bot123:secret/getMe"))
                        .toString())
                .doesNotContain("secret");
    }

    private String serving(HttpHandler handler) {
        server.stop(0);
        server = server(handler);
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpServer server(HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Settings settings(String internalAddresses) {
        return Settings.of(
                Map.of("gatehouse.channel.internal-addresses", internalAddresses, "gatehouse.channel.timeout", "PT1S"));
    }
}
