package io.gatehouse.contract.chat;

/** Takes in chat messages that a gateway vouches for. */
public interface ChatMessages {

    /**
     * Works a message off: claims the install token in it, confirms or undoes a link, or says which agent it goes to.
     * The same message id from the same account gives the same answer again, also when it arrives many times at once.
     */
    ChatAnswer receive(ChatMessage message);
}
