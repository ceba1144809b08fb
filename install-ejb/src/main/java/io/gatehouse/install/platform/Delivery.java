package io.gatehouse.install.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message that was handed to a platform. The reasons hold no secret. */
public sealed interface Delivery {

    /** @param platformMessageId the platform's own id of it */
    record Sent(String platformMessageId) implements Delivery {}

    /** The platform does not take it, however often it is asked. */
    record Refused(String why) implements Delivery {}

    /** The platform did not take it, and may later. */
    record NotYet(String why) implements Delivery {}

    /**
     * Too much at once, for all that goes out by this connection.
     *
     * @param retryAfter null where the platform does not say
     */
    record TooMuch(@Nullable Duration retryAfter, String why) implements Delivery {}

    /** The platform did not take it, as there is no such thread in the chat, or no way into it. */
    record ThreadGone(String why) implements Delivery {}

    /** The platform may have taken it: to send it again could be to send it twice. */
    record Unknown(String why) implements Delivery {}
}
