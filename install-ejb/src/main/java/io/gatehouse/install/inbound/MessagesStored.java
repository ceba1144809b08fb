package io.gatehouse.install.inbound;

/** Event: messages were stored in a caller's transaction. */
record MessagesStored() {}
