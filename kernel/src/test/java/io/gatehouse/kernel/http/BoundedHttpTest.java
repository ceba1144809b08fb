package io.gatehouse.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.gatehouse.kernel.http.BoundedHttp.Limits;
import io.gatehouse.kernel.http.FailedExchangeException.Reason;
import io.gatehouse.kernel.http.UncooperativeServer.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundedHttpTest {

    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(1);

    private static final Limits LIMITS = new Limits(TOTAL_TIMEOUT, TOTAL_TIMEOUT, 64 * 1_024);

    private final BoundedHttp http = BoundedHttp.withoutRedirects(LIMITS);

    private static HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).GET();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void everyCallEndsWithinTheTimeLimit(Manner manner) throws IOException {
        try (UncooperativeServer server = new UncooperativeServer(manner)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> http.exchange(get(server.url())))
                    .isInstanceOfSatisfying(FailedExchangeException.class, failed -> {
                        assertThat(failed.getMessage()).isNotBlank();
                        assertThat(failed.reason()).isIn(reasons(manner));
                    });
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOTAL_TIMEOUT.multipliedBy(3));
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    /** Some JDKs limit the head, and on others it lasts until the timeout. */
    private static Set<Reason> reasons(Manner manner) {
        return switch (manner) {
            case SILENT, STALLS_AFTER_THE_HEAD, DRIPS -> Set.of(Reason.TIMED_OUT);
            case ENDLESS -> Set.of(Reason.TOO_LONG);
            case HANGS_UP -> Set.of(Reason.CONNECTION);
            case ENDLESS_HEAD -> Set.of(Reason.CONNECTION, Reason.TIMED_OUT);
        };
    }

    @Test
    void oneCallMayHaveAShorterTimeout() throws IOException {
        BoundedHttp patient = BoundedHttp.withoutRedirects(new Limits(TOTAL_TIMEOUT, Duration.ofMinutes(1), 1_024));
        try (UncooperativeServer server = new UncooperativeServer(Manner.STALLS_AFTER_THE_HEAD)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> patient.exchange(get(server.url()), Duration.ofMillis(300)))
                    .isInstanceOf(FailedExchangeException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
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
            assertThat(BoundedHttp.withoutRedirects(LIMITS).exchange(get(old)).status())
                    .isEqualTo(302);
            assertThat(BoundedHttp.withRedirects(LIMITS).exchange(get(old)).text())
                    .isEqualTo("{}");
        } finally {
            server.stop(0);
        }
    }
}
