package io.gatehouse.contract.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What became of a registration. */
public sealed interface RegistrationResult
        permits RegistrationResult.Registered,
                RegistrationResult.NameTooLong,
                RegistrationResult.UserIdTaken,
                RegistrationResult.Unavailable,
                HostRefusal {

    /**
     * @param bridgeToken the raw token, which stands nowhere but here
     * @param generation names this registration among all on its host
     * @param created whether the agent is new; false where it was registered before
     */
    record Registered(
            AgentUserId agentUserId,
            String bridgeToken,
            UUID tokenId,
            long generation,
            Instant leaseExpiresAt,
            boolean created)
            implements RegistrationResult {

        @Override
        public String toString() {
            return "Registered[" + agentUserId + ", " + tokenId + ", " + generation + "]";
        }
    }

    /** The user id would be longer than 255 bytes. */
    record NameTooLong() implements RegistrationResult {}

    /** Another alias and host make the same user id. */
    record UserIdTaken(AgentUserId agentUserId) implements RegistrationResult {}

    /** The homeserver did not make the user; nothing remains of the registration. */
    record Unavailable(Duration retryAfter, String why) implements RegistrationResult {}
}
