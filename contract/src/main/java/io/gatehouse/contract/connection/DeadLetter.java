package io.gatehouse.contract.connection;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is not sent any more. What it says is between the person and the agent, and is not shown.
 *
 * @param chat the end of where it was to go
 * @param why it was not sent, or not delivered; begins with {@code refused}, {@code given up}, {@code undelivered}, or
 *     {@code perhaps sent}, where to send it again could be to send it twice
 */
public record DeadLetter(
        UUID id, UUID connectionId, String chat, String why, int attempts, Instant createdAt, Instant diedAt) {}
