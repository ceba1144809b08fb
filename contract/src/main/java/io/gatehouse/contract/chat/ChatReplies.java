package io.gatehouse.contract.chat;

import java.util.UUID;

/** Sends replies of agents to people's chats. Implemented by the install module. */
public interface ChatReplies {

    /**
     * Puts a reply into the outbox of a chat. It is sent soon, after all earlier replies to that chat.
     *
     * @param agentId a registered agent
     * @param sayingId idempotency id: a second call with the same one sends nothing
     */
    ReplyResult say(UUID agentId, ChatRoomId room, String text, UUID sayingId);

    /** The result of a reply. */
    enum ReplyResult {
        /** It will be sent. */
        TAKEN,
        /** The chat does not exist. */
        UNKNOWN_CHAT,
        /** The agent does not serve the chat's template, or the person has ended the chat. */
        NOT_THEIRS
    }
}
