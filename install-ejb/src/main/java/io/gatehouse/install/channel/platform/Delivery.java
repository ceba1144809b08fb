package io.gatehouse.install.channel.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of sending a message to a platform. The reasons contain no secrets. */
public sealed interface Delivery {

    /** @param platformMessageId assigned by the platform */
    record Sent(String platformMessageId) implements Delivery {}

    /** The platform refuses the message permanently. */
    record Refused(String why) implements Delivery {}

    /** The platform did not accept the message, but may accept it later. */
    record NotYet(String why) implements Delivery {}

    /**
     * A rate limit that concerns all messages of the connection.
     *
     * @param retryAfter null if the platform does not say
     */
    record TooMuch(@Nullable Duration retryAfter, String why) implements Delivery {}

    /** The platform did not accept the message, because the thread does not exist or cannot be written to. */
    record ThreadGone(String why) implements Delivery {}

    /** The platform may have accepted the message: sending it again could duplicate it. */
    record Unknown(String why) implements Delivery {}
}
