package io.gatehouse.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.gatehouse.web.http.UncooperativeServer.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundedHttpTest {

    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(1);

    private final BoundedHttp http = new BoundedHttp(HttpClient.Redirect.NEVER, TOTAL_TIMEOUT);

    private static HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).GET();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void everyCallEndsWithinTheTimeLimit(Manner manner) throws IOException {
        try (UncooperativeServer server = new UncooperativeServer(manner)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> http.exchange(get(server.url())))
                    .isInstanceOf(IOException.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .isNotBlank();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOTAL_TIMEOUT.multipliedBy(3));
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void theMessageNamesTheCauseOfAConnectionFailure() {
        assertThatThrownBy(() -> http.exchange(get("http://127.0.0.1:1/")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ConnectException");
    }

    @Test
    void anInvalidPortIsAnIOException() {
        assertThatThrownBy(() -> http.exchange(get("http://127.0.0.1:99999/"))).isInstanceOf(IOException.class);
    }

    @Test
    void redirectsAreFollowedForPublicContentOnly() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", "/new");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/new", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        server.start();
        String old = "http://127.0.0.1:" + server.getAddress().getPort() + "/old";
        try {
            assertThat(BoundedHttp.withoutRedirects().exchange(get(old)).status())
                    .isEqualTo(302);
            assertThat(BoundedHttp.withRedirects().exchange(get(old)).text()).isEqualTo("{}");
        } finally {
            server.stop(0);
        }
    }
}
