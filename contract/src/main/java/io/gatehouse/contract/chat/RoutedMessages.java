package io.gatehouse.contract.chat;

/** Delivers messages to the agents that serve templates. Implemented by the registry. */
public interface RoutedMessages {

    /**
     * Puts a message into the inbox of the registered agent that serves its template, in the caller's transaction. Does
     * not detect duplicates: the caller delivers each message once.
     *
     * @return false if no agent serves the template
     */
    boolean deliver(RoutedMessage message);
}
