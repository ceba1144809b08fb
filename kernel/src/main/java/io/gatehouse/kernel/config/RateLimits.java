package io.gatehouse.kernel.config;

/**
 * How many calls a minute are let through; 0 lets all through.
 *
 * @param mint install tokens, per user
 * @param install installs, per user
 * @param chat chat messages, per chat account
 * @param failedClaims chat messages with an install token that is refused, per chat account
 * @param anonymous calls without credentials, per network address
 */
public record RateLimits(int mint, int install, int chat, int failedClaims, int anonymous) {}
