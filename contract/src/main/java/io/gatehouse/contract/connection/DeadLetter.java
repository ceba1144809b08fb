package io.gatehouse.contract.connection;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that will not be sent any more. Its text is private to the person and the agent, and is not shown.
 *
 * @param chat the last characters of the recipient
 * @param why why it was not sent or delivered; begins with {@code refused}, {@code given up}, {@code undelivered}, or
 *     {@code perhaps sent} if sending it again may send it twice
 */
public record DeadLetter(
        UUID id, UUID connectionId, String chat, String why, int attempts, Instant createdAt, Instant diedAt) {}
