package io.gatehouse.install.channel.gateway;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.chat.RoutedMessages;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.install.channel.chat.GatewayRouting;
import io.gatehouse.install.channel.chat.Received;
import io.gatehouse.install.channel.room.AnsweredChat;
import io.gatehouse.install.channel.room.AnsweredChats;
import io.gatehouse.install.claim.held.Envelope;
import io.gatehouse.install.claim.held.HeldDelivery;
import io.gatehouse.install.claim.held.HeldMessage;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.text.Base64Url;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Delivers routed messages of gateways to the agents that serve their templates, and stores the replies of these
 * agents. Runs in the caller's transaction.
 */
@Dependent
public class GatewayChats implements GatewayRouting, HeldDelivery, AnsweredChats {

    private final GatewayStore store;
    private final ServingAgents serving;
    private final RoutedMessages agents;
    private final InstantSource clock;

    @Inject
    public GatewayChats(GatewayStore store, ServingAgents serving, RoutedMessages agents, InstantSource clock) {
        this.store = store;
        this.serving = serving;
        this.agents = agents;
        this.clock = clock;
    }

    @Override
    public Envelope envelope(ChatMessage message) {
        return HeldGatewayMessage.envelope(message);
    }

    @Override
    public boolean isFor(HeldMessage message) {
        return message.connectionId() == null;
    }

    /** Delivers a held message. If no agent serves the template, the gateway must deliver it to its agent itself. */
    @Override
    public void deliver(HeldMessage message, PlatformAccount account, ChatRoute route) {
        HeldGatewayMessage held = HeldGatewayMessage.fromJson(message.content());
        deliver(message.templateAgentId(), account, route, held);
    }

    /** Delivers a routed message. If no agent serves the template, the gateway must deliver it to its agent itself. */
    @Override
    public void route(ChatMessage message, Received received) {
        UUID template = received.templateAgentId();
        if (received.answer().outcome() != ChatOutcome.ROUTED || !received.first() || template == null) {
            return;
        }
        deliver(template, Objects.requireNonNull(received.account()), received.route(), HeldGatewayMessage.of(message));
    }

    private void deliver(UUID template, PlatformAccount account, ChatRoute route, HeldGatewayMessage message) {
        if (serving.servingAgentOf(template).isEmpty()) {
            return;
        }
        UUID chat = store.open(template, account.activeKey(), message.platform(), message.platformUserId());
        boolean delivered = agents.deliver(new RoutedMessage(
                template,
                route,
                new ChatRoomId(chat).toString(),
                account.namespace().wireName() + ":" + account.identifier(),
                "$" + fingerprint(chat + " " + message.messageId()),
                message.text(),
                clock.instant()));
        if (!delivered) {
            throw new IllegalStateException("no agent serves the template any more");
        }
    }

    @Override
    public Optional<AnsweredChat> find(UUID room) {
        return store.find(room)
                .map(chat -> new AnsweredChat(
                        chat.templateAgentId(),
                        chat.accountKey(),
                        (text, sayingId) -> store.addReply(room, sayingId, text)));
    }

    private static String fingerprint(String text) {
        return Base64Url.encode(Sha256.of(text));
    }
}
