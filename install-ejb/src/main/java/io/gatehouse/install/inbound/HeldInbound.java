package io.gatehouse.install.inbound;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.connection.OpenConnections;
import io.gatehouse.install.held.HeldDelivery;
import io.gatehouse.install.held.HeldMessage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Messages of connections that had to wait. One whose connection is gone meanwhile goes with it, and what has no words, which
 * was asked about like any other message, is for no agent.
 */
@Dependent
public class HeldInbound implements HeldDelivery {

    private final OpenConnections connections;
    private final InboundReplies replies;

    @Inject
    public HeldInbound(OpenConnections connections, InboundReplies replies) {
        this.connections = connections;
        this.replies = replies;
    }

    @Override
    public boolean isFor(HeldMessage message) {
        return message.connectionId() != null;
    }

    @Override
    public void deliver(HeldMessage message, PlatformAccount account, ChatRoute route) {
        InboundMessage content = InboundMessage.fromJson(message.content());
        if (content.hasWords()) {
            connections
                    .findInside(Objects.requireNonNull(message.connectionId()))
                    .ifPresent(connection -> replies.route(connection, content, account, route));
        }
    }
}
