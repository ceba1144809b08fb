package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Receives messages from gateways and answers each in one transaction. */
@ApplicationScoped
@RetriedTransaction
public class ChatMessagesBean implements ChatMessages {

    private SenderResolver senders;
    private MessageHandler handler;
    private GatewayRouting routing;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChatMessagesBean() {}

    @Inject
    public ChatMessagesBean(SenderResolver senders, MessageHandler handler, GatewayRouting routing) {
        this.senders = senders;
        this.handler = handler;
        this.routing = routing;
    }

    @Override
    public ChatAnswer receive(ChatMessage message) {
        Received received = handler.receive(senders.resolve(message, routing.envelope(message)));
        routing.route(message, received);
        return received.answer();
    }
}
