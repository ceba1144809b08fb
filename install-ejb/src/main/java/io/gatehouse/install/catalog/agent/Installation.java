package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.install.Mirrored;
import java.util.UUID;

/**
 * The result of an install.
 *
 * @param created false if the agent existed before
 */
public record Installation(UUID agentId, boolean created, Mirrored mirrored, Changes changes) {

    /** How many mirrored items were added, updated and removed. */
    public record Changes(int added, int updated, int removed) {

        boolean any() {
            return added + updated + removed > 0;
        }
    }
}
