package io.gatehouse.install.channel.outbox;

/** CDI event: the transaction puts messages into the outbox. The senders are woken after its commit. */
public record MessagesQueued() {}
