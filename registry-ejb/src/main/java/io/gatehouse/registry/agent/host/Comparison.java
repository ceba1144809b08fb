package io.gatehouse.registry.agent.host;

import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.SnapshotResult.Drift;
import io.gatehouse.contract.registry.SnapshotResult.MassRetire;
import io.gatehouse.domain.host.BindingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares the agents bound to a host with those that the host reports as running. */
final class Comparison {

    /** Below this number, retiring all agents at once is not suspicious: on a small host it is common. */
    private static final int MASS_RETIRE_MINIMUM = 5;

    private final long generation;
    private final List<String> active = new ArrayList<>();
    private final List<String> stale = new ArrayList<>();
    private final List<String> retired = new ArrayList<>();
    private final List<String> phantom = new ArrayList<>();
    private final Set<String> unregistered;
    private int compared;

    /** An agent that is bound and not retired. */
    record Live(String alias, BindingState state, long generation) {}

    private Comparison(Set<String> named, long generation) {
        this.unregistered = new TreeSet<>(named);
        this.generation = generation;
    }

    /**
     * @param live in the order of their aliases
     * @param generation the last registration that the snapshot covers: later ones are ignored
     */
    static Comparison of(
            List<Live> live, Set<String> named, long generation, Function<BindingState, AgentStatus> statusOf) {
        Comparison comparison = new Comparison(named, generation);
        for (Live agent : live) {
            comparison.add(agent, statusOf.apply(agent.state()), named.contains(agent.alias()));
        }
        return comparison;
    }

    private void add(Live agent, AgentStatus status, boolean named) {
        if (status == AgentStatus.RETIRED) {
            return;
        }
        boolean covered = agent.generation() <= generation;
        compared += covered ? 1 : 0;
        if (covered && !named) {
            retired.add(agent.alias());
            if (status == AgentStatus.ACTIVE) {
                phantom.add(agent.alias());
            }
            return;
        }
        unregistered.remove(agent.alias());
        (status == AgentStatus.ACTIVE ? active : stale).add(agent.alias());
    }

    Optional<MassRetire> massRetire() {
        return compared >= MASS_RETIRE_MINIMUM && retired.size() * 2 > compared
                ? Optional.of(new MassRetire(retired.size(), compared))
                : Optional.empty();
    }

    Drift drift() {
        return new Drift(generation, active, stale, retired, List.copyOf(unregistered), phantom);
    }
}
