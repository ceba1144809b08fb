package io.gatehouse.contract.message;

import java.time.Duration;

/** What became of a message, or of the news that an agent types. */
public sealed interface SendResult {

    /** @param eventId empty for typing, which is no event */
    record Sent(String eventId) implements SendResult {}

    /** The transaction id stands for another message. */
    record TransactionReused() implements SendResult {}

    /** As an event it would be larger than the 65,536 bytes that Matrix allows. */
    record TooLarge() implements SendResult {}

    /** There is no such room. */
    record UnknownRoom(String why) implements SendResult {}

    /** The agent may not speak there. */
    record Forbidden(String why) implements SendResult {}

    /** The homeserver cannot be reached; a retry with the same transaction id sends once. */
    record Unavailable(Duration retryAfter, String why) implements SendResult {}
}
