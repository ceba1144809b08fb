package io.gatehouse.install.channel.room;

import io.gatehouse.contract.chat.ChatReplies;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.install.channel.outbox.MessagesQueued;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores an agent's messages in the chats that are routed to it. The agent must serve the template, and the person must
 * have an agent of the template: a person who replied NO gets no further messages.
 */
@ApplicationScoped
@RetriedTransaction
public class ChatRepliesBean implements ChatReplies {

    private AllChats chats;
    private ReplyRights rights;
    private Event<MessagesQueued> queued;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ChatRepliesBean() {}

    @Inject
    public ChatRepliesBean(AllChats chats, ReplyRights rights, Event<MessagesQueued> queued) {
        this.chats = chats;
        this.rights = rights;
        this.queued = queued;
    }

    @Override
    public ReplyResult say(UUID agentId, ChatRoomId room, String text, UUID sayingId) {
        Optional<AnsweredChat> chat = chats.find(room.value());
        if (chat.isEmpty()) {
            return ReplyResult.UNKNOWN_CHAT;
        }
        if (!rights.serves(agentId, chat.get().templateAgentId())) {
            // For an agent of another tenant the chat does not exist.
            return ReplyResult.UNKNOWN_CHAT;
        }
        if (!rights.isRouted(chat.get().accountKey(), chat.get().templateAgentId())) {
            return ReplyResult.NOT_THEIRS;
        }
        chat.get().reply().accept(text, sayingId);
        queued.fire(new MessagesQueued());
        return ReplyResult.TAKEN;
    }
}
