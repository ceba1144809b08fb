package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Takes messages from gateways in: one transaction answers each. */
@Stateless
@Local(ChatMessages.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChatMessagesBean implements ChatMessages {

    private RetriedTransactions transactions;
    private SenderResolver door;
    private GatewayRouting routing;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChatMessagesBean() {}

    @Inject
    public ChatMessagesBean(RetriedTransactions transactions, SenderResolver door, GatewayRouting routing) {
        this.transactions = transactions;
        this.door = door;
        this.routing = routing;
    }

    @Override
    public ChatAnswer receive(ChatMessage message) {
        return transactions.call(() -> answer(message));
    }

    private ChatAnswer answer(ChatMessage message) {
        SenderResolver.Received received = door.receive(message, routing.envelope(message));
        routing.route(message, received);
        return received.answer();
    }
}
