package io.gatehouse.install.channel.inbound;

/** Event: messages were stored in a caller's transaction. */
record MessagesStored() {}
