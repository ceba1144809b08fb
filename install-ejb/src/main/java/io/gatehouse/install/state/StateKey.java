package io.gatehouse.install.state;

import java.util.UUID;

/** Whose state with which template. */
public record StateKey(UUID user, UUID template) {}
