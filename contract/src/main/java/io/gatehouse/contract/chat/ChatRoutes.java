package io.gatehouse.contract.chat;

import java.util.Optional;

/** Finds the agent that an account's messages go to, in one SQL query. */
public interface ChatRoutes {

    /**
     * @param platform the wire name
     * @param platformUserId the sender, as the platform writes it
     * @param template the template agent's id, or the slug of the organization that publishes it
     */
    Optional<ChatRoute> find(String platform, String platformUserId, String template);
}
