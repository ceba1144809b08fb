package io.gatehouse.blackbox.cases;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.RunningHost;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Bodies over their path's limit are refused: by their declared length before any of them is sent, otherwise when they
 * pass it.
 */
public interface BodyLimitCases extends Cases {

    int KIB = 1024;
    int MIB = 1024 * KIB;

    /** A caller that may call the path, and the limit of the contract in bytes. */
    record Limited(Caller caller, String method, String path, long limit) {}

    @Test
    @DisplayName("a body whose declared length exceeds its path's limit is refused before it is sent")
    default void anAnnouncedBodyIsRefusedBeforeItIsSent() {
        for (Limited path : limited()) {
            path.caller()
                    .announcing(path.method(), path.path(), path.limit() + 1)
                    .expectingProblem(413, "body_too_large");
        }
    }

    @Test
    @DisplayName("a body without a declared length is refused at the first byte over the limit")
    default void aBodyWithoutALengthIsRefusedWhereItPassesTheLimit() {
        for (Limited path : limited()) {
            path.caller()
                    .withoutLength(path.method(), path.path(), path.limit() + 1)
                    .expectingProblem(413, "body_too_large");
        }
    }

    @Test
    @DisplayName("a webhook delivery of ten megabytes is refused before it is sent, genuine or not")
    default void aWebhookOfTenMegabytesIsRefused() {
        gatehouse().anyone().announcing("POST", webhook(), 10_000_000).expectingProblem(413, "body_too_large");
    }

    @Test
    @DisplayName("a transaction over 16 MiB is M_TOO_LARGE, on every path")
    default void aTransactionOverItsLimitIsTooLarge() {
        for (String base : new String[] {AppServiceCases.API, ""}) {
            String path = base + "/transactions/" + UUID.randomUUID();
            Caller homeserver = gatehouse().homeserver();
            for (Answer answer : List.of(
                    homeserver.announcing("PUT", path, 16 * MIB + 1),
                    homeserver.withoutLength("PUT", path, 16 * MIB + 1))) {
                answer.expectingMatrixError(413, "M_TOO_LARGE");
            }
        }
    }

    private List<Limited> limited() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        return List.of(
                new Limited(gatehouse().signedIn("alice"), "POST", "/api/install", 64 * KIB),
                new Limited(gatehouse().gateway(), "POST", "/api/chat/messages", 128 * KIB),
                new Limited(RegisteredAgent.at(gatehouse()).caller(), "POST", "/bridge/v1/messages", 128 * KIB),
                new Limited(gatehouse().anyone(), "POST", webhook(), MIB),
                new Limited(host.caller(), "PUT", host.path("bindings"), 4 * MIB));
    }

    private static String webhook() {
        return "/api/webhooks/whatsapp/" + UUID.randomUUID();
    }
}
