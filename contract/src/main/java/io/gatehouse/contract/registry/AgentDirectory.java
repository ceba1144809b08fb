package io.gatehouse.contract.registry;

import io.gatehouse.contract.page.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lists registered agents as they stand at the moment of reading, whether the timer has looked at leases or not. */
public interface AgentDirectory {

    /**
     * Agents in the order in which they last changed. What changes while someone goes from page to page moves to the
     * end: whoever reads to the last page may see an agent twice, and misses none. A host sees its own agents, the token
     * for every host those of its organization.
     *
     * <p>A change is a registration, or another status that was written down. A lease that runs out is written down by
     * the timer; what a list says of an agent is right before that.
     */
    DirectoryResult list(CallingHost caller, Query query, PageRequest page);

    /**
     * @param host null for all that the caller sees
     * @param status null for any
     * @param updatedSince leaves out what has not changed after this moment, which is best a {@link
     *     DirectoryResult.Listed#asOf()}: changes are seen when their transaction ends, a moment after their time
     */
    record Query(
            @Nullable String host,
            @Nullable AgentStatus status,
            @Nullable Instant updatedSince) {}
}
