package io.gatehouse.contract.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The result of a registration. */
public sealed interface RegistrationResult
        permits RegistrationResult.Registered,
                RegistrationResult.NameTooLong,
                RegistrationResult.UserIdTaken,
                RegistrationResult.Unavailable,
                HostRefusal {

    /**
     * @param bridgeToken the token in clear text, which is stored nowhere
     * @param generation the number of this registration on its host
     * @param created whether the agent is new; false if it was registered before
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

    /** The user id would exceed 255 bytes. */
    record NameTooLong() implements RegistrationResult {}

    /** Another alias and host form the same user id. */
    record UserIdTaken(AgentUserId agentUserId) implements RegistrationResult {}

    /** The homeserver did not create the user; the registration was rolled back. */
    record Unavailable(Duration retryAfter, String why) implements RegistrationResult {}
}
