package io.gatehouse.contract.chat;

/** The way to the agents that serve templates. Implemented by the registry. */
public interface RoutedMessages {

    /**
     * Puts a message into the inbox of the registered agent that serves its template, in the caller's transaction. Knows no
     * repeated messages: the caller brings each once.
     *
     * @return false where no agent serves the template
     */
    boolean deliver(RoutedMessage message);
}
