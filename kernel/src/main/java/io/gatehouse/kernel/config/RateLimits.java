package io.gatehouse.kernel.config;

/**
 * Calls allowed per minute; 0 for no limit.
 *
 * @param mint install tokens, per user
 * @param install installs, per user
 * @param chat chat messages, per chat account
 * @param failedClaims chat messages with a refused install token, per chat account
 * @param anonymous calls without credentials, per network address
 */
public record RateLimits(int mint, int install, int chat, int failedClaims, int anonymous) {}
