package io.gatehouse.contract.registry;

import io.gatehouse.contract.page.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lists registered agents with their current status, whether or not the timer has processed expired leases. */
public interface AgentDirectory {

    /**
     * Lists agents in the order of their last change. An agent that changes while a caller pages moves to the end: a
     * caller that reads to the last page may see an agent twice but misses none. A host sees its own agents; the token
     * for all hosts sees those of its organization.
     *
     * <p>A change is a registration or a stored change of status. The timer stores the expiry of a lease; the listed
     * status is correct even before.
     */
    DirectoryResult list(CallingHost caller, Query query, PageRequest page);

    /**
     * @param host null for all that the caller may see
     * @param status null for any
     * @param updatedSince leaves out agents that have not changed after this time. Use a {@link
     *     DirectoryResult.Listed#asOf()}: a change becomes visible when its transaction commits, slightly after its
     *     time
     */
    record Query(
            @Nullable String host,
            @Nullable AgentStatus status,
            @Nullable Instant updatedSince) {}
}
