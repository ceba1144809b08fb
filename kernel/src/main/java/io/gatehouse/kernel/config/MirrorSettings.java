package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * That the hashes of the tokens are also kept at the homeserver.
 *
 * @param maxAge how old what is there may be to be taken back into an empty database
 */
public record MirrorSettings(Duration maxAge) {}
