package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.DeadLetter;
import io.gatehouse.contract.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message that is no longer retried, without its text. */
@Schema(name = "DeadLetter")
record DeadLetterAnswer(
        UUID id,
        UUID connectionId,

        @Schema(description = "The last characters of the recipient")
        String chat,

        @Schema(
                description = "Begins with refused, given up, undelivered, or perhaps sent; sending the latter again "
                        + "could send it twice")
        String why,

        int attempts,
        Instant createdAt,
        Instant diedAt) {

    static DeadLetterAnswer from(DeadLetter letter) {
        return new DeadLetterAnswer(
                letter.id(),
                letter.connectionId(),
                letter.chat(),
                letter.why(),
                letter.attempts(),
                letter.createdAt(),
                letter.diedAt());
    }

    /** A page of dead letters. */
    @Schema(name = "DeadLetters")
    record Listing(
            List<DeadLetterAnswer> deadLetters, @Nullable String nextCursor) {

        static Listing from(Page<DeadLetter> page) {
            return new Listing(page.items().stream().map(DeadLetterAnswer::from).toList(), page.nextCursor());
        }
    }
}
