package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * How messages are kept and limited.
 *
 * @param kept how long a message waits for its agent to acknowledge it
 * @param sendsKept how long a transaction id is kept
 * @param sendsPerMinute messages per minute and agent; 0 for no limit
 */
public record MessageSettings(Duration kept, Duration sendsKept, int sendsPerMinute) {}
