package io.gatehouse.contract.chat;

/** Processes chat messages that a gateway vouches for. */
public interface ChatMessages {

    /**
     * Claims the install token in the message, confirms or undoes a link, or returns the agent that the message is for.
     * Idempotent: the same message id from the same account gets the same answer, also for concurrent calls.
     */
    ChatAnswer receive(ChatMessage message);
}
