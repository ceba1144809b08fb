package io.gatehouse.install.state;

import java.util.UUID;

/** Whose state with which template. */
record StateKey(UUID user, UUID template) {}
