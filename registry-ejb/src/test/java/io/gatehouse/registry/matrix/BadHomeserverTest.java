package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.BadHomeserver.Answer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever answers in place of a homeserver, the result is clear, arrives in time, and never claims that something was
 * sent.
 */
@Timeout(60)
class BadHomeserverTest {

    private static final AgentUserId ADA = new AgentUserId("@agent-ada-web1:twin.test");
    private static final Map<String, String> SHORT_TIMEOUTS =
            Map.of("gatehouse.matrix.timeout", "PT0.5S", "gatehouse.matrix.connect-timeout", "PT0.5S");

    static Stream<Arguments> invalidAnswers() {
        String huge = "{\"event_id\":\"$1\",\"padding\":\"" + "x".repeat(1_000_000) + "\"}";
        return Stream.of(
                Arguments.of("nothing", (Answer) (out, closing) -> {}, "the connection to it fails"),
                Arguments.of(
                        "no HTTP",
                        (Answer) (out, closing) ->
                                out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                        "the connection to it fails"),
                Arguments.of(
                        "half an answer",
                        (Answer) (out, closing) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"event"
                                .getBytes(StandardCharsets.US_ASCII)),
                        "the connection to it fails"),
                Arguments.of("an empty body", BadHomeserver.http("200 OK", "", ""), "nothing that a homeserver says"),
                Arguments.of("no JSON", BadHomeserver.http("200 OK", "", "{\"event_id\":"), "nothing that a"),
                Arguments.of("no object", BadHomeserver.http("200 OK", "", "[\"$1\"]"), "nothing that a homeserver"),
                Arguments.of("a number", BadHomeserver.http("200 OK", "", "7"), "nothing that a homeserver says"),
                Arguments.of(
                        "deep", BadHomeserver.http("200 OK", "", "{\"a\":" + "[".repeat(90_000)), "nothing that a"),
                Arguments.of("no UTF-8", BadHomeserver.http("200 OK", "", "\uFFFF\u0000"), "nothing that a homeserver"),
                Arguments.of("no event id", BadHomeserver.http("200 OK", "", "{}"), "without the id of the event"),
                Arguments.of("another id", BadHomeserver.http("200 OK", "", "{\"event_id\":7}"), "without the id"),
                Arguments.of("no id", BadHomeserver.http("200 OK", "", "{\"event_id\":\"1\"}"), "without the id"),
                Arguments.of(
                        "an error inside",
                        BadHomeserver.http("200 OK", "", "{\"errcode\":\"M_FORBIDDEN\",\"event_id\":\"$1\"}"),
                        "it answers 200 with an error inside"),
                Arguments.of(
                        "an odd error inside",
                        BadHomeserver.http("200 OK", "", "{\"errcode\":7,\"event_id\":\"$1\"}"),
                        "it answers 200 with an error inside"),
                Arguments.of("huge", BadHomeserver.http("200 OK", "", huge), "its answer is too long"),
                Arguments.of("endless", (Answer) BadHomeserverTest::endless, "its answer is too long"),
                Arguments.of(
                        "a redirect",
                        BadHomeserver.http("302 Found", "Location: http://127.0.0.1:1/\r\n", "{}"),
                        "redirects are not followed"),
                Arguments.of("a proxy's page", BadHomeserver.http("404 Not Found", "", "<html>"), "it answers 404"),
                Arguments.of("a proxy's refusal", BadHomeserver.http("403 Forbidden", "", ""), "it answers 403"),
                Arguments.of("a server error", BadHomeserver.http("500 Oh", "", "{\"errcode\":\"M_UNKNOWN\"}"), "500"),
                Arguments.of("a bad gateway", BadHomeserver.http("502 Bad Gateway", "", "<html>"), "it answers 502"));
    }

    static Stream<Arguments> lateAnswers() {
        return Stream.of(
                Arguments.of("never", (Answer) (out, closing) -> closing.await()),
                Arguments.of("drop by drop", (Answer) BadHomeserverTest::dripping));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidAnswers")
    void anInvalidAnswerIsAnOutage(String name, Answer answer, String why) throws IOException {
        try (BadHomeserver bad = new BadHomeserver(answer)) {
            assertThat(send(bad.uri())).isInstanceOfSatisfying(Unavailable.class, outage -> {
                assertThat(outage.why()).contains(why);
                assertThat(outage.retryAfter()).isEqualTo(Duration.ofSeconds(5));
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lateAnswers")
    void aLateAnswerIsAnOutage(String name, Answer answer) throws IOException {
        try (BadHomeserver bad = new BadHomeserver(answer)) {
            assertThat(send(bad.uri(), SHORT_TIMEOUTS))
                    .isInstanceOfSatisfying(Unavailable.class, outage -> assertThat(outage.why())
                            .contains("it does not answer in time"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 Too Many | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":1} |                   | 1",
                "429 Too Many | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":2001} | Retry-After: 9 | 3",
                "429 Too Many | {\"errcode\":\"M_LIMIT_EXCEEDED\"}                      | Retry-After: 7    | 7",
                "429 Too Many | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":\"2\"} |               | 5",
                "429 Too Many | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":-4} |                  | 1",
                "429 Too Many | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":1e400000} |            | 3600",
                "429 Too Many | <html>                                                | Retry-After: soon   | 5",
                "503 Busy     | <html>                                                | Retry-After: 120    | 120",
                "504 Timeout  | {\"errcode\":\"M_UNKNOWN\"}                           |                     | 5",
            })
    void theRetryDelayIsTheHomeservers(String status, String body, String header, long seconds) throws IOException {
        String headers = header == null ? "" : header + "\r\n";
        try (BadHomeserver bad = new BadHomeserver(BadHomeserver.http(status, headers, body))) {
            assertThat(send(bad.uri()))
                    .isInstanceOfSatisfying(Unavailable.class, outage -> assertThat(outage.retryAfter())
                            .isEqualTo(Duration.ofSeconds(seconds)));
            assertThat(bad.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "413 Too Large,   '<html>',                                   EVENT_TOO_LARGE",
        "413 Too Large,   '{\"errcode\":\"M_TOO_LARGE\"}',            EVENT_TOO_LARGE",
        "400 Bad,         '{\"errcode\":\"M_EXCLUSIVE\"}',            FORBIDDEN",
        "400 Bad,         '{\"errcode\":\"<script>\"}',               FORBIDDEN",
        "404 Not Found,   '{\"errcode\":\"M_NOT_FOUND\"}',            UNKNOWN_ROOM"
    })
    void aPermanentErrorIsARefusal(String status, String body, Reason reason) throws IOException {
        try (BadHomeserver bad = new BadHomeserver(BadHomeserver.http(status, "", body))) {
            assertThat(send(bad.uri())).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(reason);
                assertThat(refused.why()).doesNotContain("<");
            });
        }
    }

    @Test
    void aRefusedConnectionIsAnOutage() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(send(URI.create("http://127.0.0.1:" + port))).isInstanceOf(Unavailable.class);
    }

    @Test
    void noMessageContainsTheToken() throws IOException {
        try (BadHomeserver bad = new BadHomeserver(BadHomeserver.http("302 Found", "Location: /\r\n", "{}"))) {
            assertThat(send(bad.uri()).toString()).doesNotContain(MatrixTwin.AS_TOKEN);
        }
    }

    private static HomeserverAnswer<String> send(URI homeserver) {
        return send(homeserver, Map.of());
    }

    private static HomeserverAnswer<String> send(URI homeserver, Map<String, String> settings) {
        return TestHomeserver.of(TestHomeserver.settings(homeserver, settings))
                .send(ADA, "!room:twin.test", "m.room.message", "{\"body\":\"hello\"}", "1");
    }

    private static void endless(OutputStream out, CountDownLatch closing) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (closing.getCount() > 0) {
            out.write(chunk);
        }
    }

    private static void dripping(OutputStream out, CountDownLatch closing) throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        while (!closing.await(50, TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
        }
    }
}
