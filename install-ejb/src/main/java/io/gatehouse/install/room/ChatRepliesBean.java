package io.gatehouse.install.room;

import io.gatehouse.contract.chat.ChatReplies;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.install.outbox.OutboxDispatcher;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets an agent answer in the chats that are routed to it, as long as they are: it serves the template, and the person has
 * an agent of it. Whoever replied NO hears nothing more.
 */
@Stateless
@Local(ChatReplies.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChatRepliesBean implements ChatReplies {

    private RetriedTransactions transactions;
    private EveryChat chats;
    private ReplyRights rights;
    private OutboxDispatcher senders;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChatRepliesBean() {}

    @Inject
    public ChatRepliesBean(
            RetriedTransactions transactions, EveryChat chats, ReplyRights rights, OutboxDispatcher senders) {
        this.transactions = transactions;
        this.chats = chats;
        this.rights = rights;
        this.senders = senders;
    }

    @Override
    public ReplyResult say(UUID agentId, ChatRoomId room, String text, UUID sayingId) {
        ReplyResult result = transactions.call(() -> put(agentId, room, text, sayingId));
        if (result == ReplyResult.TAKEN) {
            senders.call();
        }
        return result;
    }

    private ReplyResult put(UUID agentId, ChatRoomId room, String text, UUID sayingId) {
        Optional<AnsweredChat> chat = chats.find(room.value());
        if (chat.isEmpty()) {
            return ReplyResult.UNKNOWN_CHAT;
        }
        if (!rights.serves(agentId, chat.get().templateAgentId())) {
            // To another tenant's agent a chat is as unknown as none.
            return ReplyResult.UNKNOWN_CHAT;
        }
        if (!rights.isRouted(chat.get().accountKey(), chat.get().templateAgentId())) {
            return ReplyResult.NOT_THEIRS;
        }
        chat.get().say().accept(text, sayingId);
        return ReplyResult.TAKEN;
    }
}
