package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.RawConnection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Unreadable URLs. Payara itself would answer them with an empty 200 before it calls the application (docs/adr/0141). */
public interface BrokenAddressCases extends Cases, LoggingServer {

    @Test
    @DisplayName("a path with a malformed escape is refused")
    default void aPathWithABrokenEscapeIsRefused() {
        for (String path : List.of("/%zz", "/api/me/agents/%zz", "/api/me/agents/%", "/install/%4", "/%%20?x=%zz")) {
            refused("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
    }

    @Test
    @DisplayName("a Host header with an invalid port is refused or ignored")
    default void anInvalidPortInTheHostHeaderIsNoIncident() {
        int logged = serverLog().length();
        for (String host : List.of("a:b", "a:b:c", "[::", "x:99999999999")) {
            try (RawConnection connection = RawConnection.to(gatehouse())) {
                connection
                        .send("GET /api/me HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .answer()
                        .ifPresent(answer -> assertThat(answer.status())
                                .as(host + " " + answer)
                                .isBetween(400, 499));
            }
        }
        assertThat(serverLog().faultsSince(logged)).isEmpty();
        assertThat(serverLog().stackTracesSince(logged)).isEmpty();
    }

    private void refused(String head) {
        int logged = serverLog().length();
        try (RawConnection connection = RawConnection.to(gatehouse())) {
            Answer answer = connection.send(head).answer().orElseThrow();
            assertThat(answer.status()).as(head + answer).isEqualTo(400);
        }
        assertThat(serverLog().faultsSince(logged)).isEmpty();
        assertThat(serverLog().stackTracesSince(logged)).isEmpty();
    }
}
