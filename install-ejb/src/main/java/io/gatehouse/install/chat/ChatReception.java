package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.install.transaction.RetriedTransactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Takes messages from gateways in: one transaction answers each. */
@Stateless
@Local(ChatMessages.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChatReception implements ChatMessages {

    private RetriedTransactions transactions;
    private ChatDoor door;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChatReception() {}

    @Inject
    public ChatReception(RetriedTransactions transactions, ChatDoor door) {
        this.transactions = transactions;
        this.door = door;
    }

    @Override
    public ChatAnswer receive(ChatMessage message) {
        return transactions.call(() -> door.receive(message)).answer();
    }
}
