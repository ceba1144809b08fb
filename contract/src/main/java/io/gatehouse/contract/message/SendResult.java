package io.gatehouse.contract.message;

import java.time.Duration;

/** The result of sending a message or a typing notification. */
public sealed interface SendResult {

    /** @param eventId empty for typing, which is not an event */
    record Sent(String eventId) implements SendResult {}

    /** The transaction id was used for another message. */
    record TransactionReused() implements SendResult {}

    /** The event would exceed the 65,536 bytes that Matrix allows. */
    record TooLarge() implements SendResult {}

    /** The room does not exist. */
    record UnknownRoom(String why) implements SendResult {}

    /** The agent may not send to the room. */
    record Forbidden(String why) implements SendResult {}

    /** The homeserver cannot be reached; a retry with the same transaction id sends once. */
    record Unavailable(Duration retryAfter, String why) implements SendResult {}
}
