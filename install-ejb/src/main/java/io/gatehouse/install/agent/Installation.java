package io.gatehouse.install.agent;

import io.gatehouse.contract.install.Mirrored;
import java.util.UUID;

/**
 * An install that was carried out.
 *
 * @param created false if the agent was there before
 */
public record Installation(UUID agentId, boolean created, Mirrored mirrored, Changes changes) {

    /** What happened to the mirror. */
    public record Changes(int added, int updated, int removed) {

        boolean any() {
            return added + updated + removed > 0;
        }
    }
}
