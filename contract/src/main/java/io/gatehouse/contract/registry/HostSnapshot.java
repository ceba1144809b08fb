package io.gatehouse.contract.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All agents that a host is configured to run.
 *
 * @param generation the last registration that the snapshot's author knew; null for all up to now
 * @param agents no alias twice
 */
public record HostSnapshot(@Nullable Long generation, List<NamedAgent> agents) {

    /**
     * @param displayName the host's name for the agent; stored with the snapshot, while an agent's display name is that
     *     of its registration
     */
    public record NamedAgent(String alias, @Nullable String displayName) {}

    public HostSnapshot {
        agents = List.copyOf(agents);
        if (agents.stream().map(NamedAgent::alias).distinct().count() < agents.size()) {
            throw new IllegalArgumentException("an alias is named twice");
        }
    }

    /** Returns display names by alias, in the order of the snapshot; empty text if there is none. */
    public Map<String, String> displayNames() {
        Map<String, String> names = new LinkedHashMap<>();
        agents.forEach(agent -> names.put(agent.alias(), agent.displayName() == null ? "" : agent.displayName()));
        return names;
    }
}
