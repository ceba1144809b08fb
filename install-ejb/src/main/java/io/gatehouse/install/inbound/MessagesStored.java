package io.gatehouse.install.inbound;

/** Messages were stored in somebody's transaction. */
record MessagesStored() {}
