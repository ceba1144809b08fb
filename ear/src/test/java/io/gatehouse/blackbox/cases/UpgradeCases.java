package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.RawConnection;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Requests that offer another protocol, which a server may ignore (RFC 9110 section 7.8). Payara itself would not read
 * their bodies (docs/adr/0141).
 */
public interface UpgradeCases extends Cases, LoggingServer {

    @Test
    @DisplayName("an offer of another protocol is ignored, and the body is read")
    default void anOfferOfAnotherProtocolIsIgnored() {
        int logged = serverLog().length();
        for (String protocol : List.of("TLS/1.2", "websocket", "foo/2, bar")) {
            try (RawConnection connection = RawConnection.to(gatehouse())) {
                for (int request = 0; request < 2; request++) {
                    connection.request("POST /dev/token", offering(protocol, "Content-Length: 14"));
                    token(protocol, connection.send("username=alice"));
                    connection.request("POST /dev/token", offering(protocol, "Transfer-Encoding: chunked"));
                    token(protocol, connection.send("4\r\nuser\r\na\r\nname=alice\r\n0\r\n\r\n"));
                }
            }
        }
        assertThat(serverLog().faultsSince(logged)).isEmpty();
    }

    @Test
    @DisplayName("an offer does not hide a body: what follows it is not read as a request")
    default void anOfferDoesNotHideABody() {
        String hidden = "GET /api/me HTTP/1.1\r\nHost: hidden\r\n\r\n";
        for (String method : List.of("GET", "DELETE", "POST")) {
            try (RawConnection connection = RawConnection.to(gatehouse())) {
                connection.request(
                        method + " /nothing-is-here", offering("TLS/1.2", "Content-Length: " + hidden.length()));
                connection.send(hidden + "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(connection.answer().orElseThrow().status())
                        .as(method)
                        .isBetween(400, 499);
                connection
                        .answer()
                        .ifPresent(next -> assertThat(next.status()).as(method).isIn(200, 400));
            }
        }
    }

    @Test
    @DisplayName("Java's own client, which offers HTTP/2, is understood")
    default void javasOwnClientIsUnderstood() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(gatehouse().baseUri().resolve("/dev/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=alice"))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    private static String[] offering(String protocol, String length) {
        return new String[] {
            "Connection: Upgrade", "Upgrade: " + protocol, "Content-Type: application/x-www-form-urlencoded", length
        };
    }

    private static void token(String protocol, RawConnection connection) {
        Answer answer = connection.answer().orElseThrow();
        assertThat(answer.status()).as(protocol + " " + answer).isEqualTo(200);
        assertThat(answer.json().getString("access_token")).isNotEmpty();
    }
}
