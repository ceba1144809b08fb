package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * The copy of the token hashes that is kept at the homeserver.
 *
 * @param maxAge maximum age of a copy that is restored into an empty database
 */
public record MirrorSettings(Duration maxAge) {}
