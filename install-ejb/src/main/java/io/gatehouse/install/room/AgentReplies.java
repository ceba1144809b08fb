package io.gatehouse.install.room;

import io.gatehouse.contract.chat.ChatReplies.ReplyResult;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores an agent's messages in the chats that are routed to it. The agent must serve the template, and the person must
 * have an agent of the template.
 */
@ApplicationScoped
public class AgentReplies {

    private AllChats chats;
    private ReplyRights rights;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AgentReplies() {}

    @Inject
    public AgentReplies(AllChats chats, ReplyRights rights) {
        this.chats = chats;
        this.rights = rights;
    }

    @RetriedTransaction
    public ReplyResult store(UUID agentId, ChatRoomId room, String text, UUID sayingId) {
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
        return ReplyResult.TAKEN;
    }
}
