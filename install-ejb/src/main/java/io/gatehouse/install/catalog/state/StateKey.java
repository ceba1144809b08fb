package io.gatehouse.install.catalog.state;

import java.util.UUID;

/** Identifies the install state of a user with a template. */
public record StateKey(UUID user, UUID template) {}
