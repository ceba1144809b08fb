package io.gatehouse.contract.chat;

import java.util.UUID;

/** The way back from agents to the chats of people. Implemented by the install module. */
public interface ChatReplies {

    /**
     * Puts what an agent says into the outbox of a chat. It goes out soon, after all that was said there before.
     *
     * @param agentId a registered agent
     * @param sayingId of two calls with the same one, the second says nothing
     */
    ReplyResult say(UUID agentId, ChatRoomId room, String text, UUID sayingId);

    /** What became of it. */
    enum ReplyResult {
        /** It goes out. */
        TAKEN,
        /** There is no such chat. */
        UNKNOWN_CHAT,
        /** The agent does not serve the template that the chat is with, or the person has ended it. */
        NOT_THEIRS
    }
}
