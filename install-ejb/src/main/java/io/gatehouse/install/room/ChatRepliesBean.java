package io.gatehouse.install.room;

import io.gatehouse.contract.chat.ChatReplies;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.install.outbox.OutboxDispatcher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Stores the messages of agents in the chats that are routed to them, and wakes the senders. A person who replied NO
 * gets no further messages.
 */
@ApplicationScoped
public class ChatRepliesBean implements ChatReplies {

    private AgentReplies replies;
    private OutboxDispatcher outbox;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ChatRepliesBean() {}

    @Inject
    public ChatRepliesBean(AgentReplies replies, OutboxDispatcher outbox) {
        this.replies = replies;
        this.outbox = outbox;
    }

    @Override
    public ReplyResult say(UUID agentId, ChatRoomId room, String text, UUID sayingId) {
        ReplyResult result = replies.store(agentId, room, text, sayingId);
        if (result == ReplyResult.TAKEN) {
            outbox.call();
        }
        return result;
    }
}
