package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.install.claim.held.HeldDelivery;
import io.gatehouse.install.claim.held.HeldMessage;
import io.gatehouse.kernel.crypto.UnsealException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Delivers held messages of connections. A message is discarded if its connection was removed or cannot be decrypted;
 * that is possible because the YES may have arrived by another connection. Messages without text are not delivered to
 * an agent; their sender is informed, once for all of them. For a chat that was only opened, the answer to the YES
 * serves as the welcome.
 */
@Dependent
public class HeldInbound implements HeldDelivery {

    private static final Logger LOG = Logger.getLogger(HeldInbound.class.getName());

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
        connection(Objects.requireNonNull(message.connectionId())).ifPresent(connection -> {
            switch (content.details().kind()) {
                case WORDS -> replies.route(connection, content, account, route);
                case WORDLESS -> replies.replyOnceAMinute(connection, content, "text_only");
                case OPENED, ACCOUNT_CHANGED -> {}
            }
        });
    }

    private Optional<OpenConnection> connection(UUID id) {
        try {
            return connections.findInside(id);
        } catch (UnsealException e) {
            LOG.log(
                    Level.WARNING,
                    "A held message is discarded: the secrets of its connection {0} cannot be decrypted",
                    id);
            return Optional.empty();
        }
    }
}
