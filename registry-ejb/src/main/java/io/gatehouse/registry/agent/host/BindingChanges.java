package io.gatehouse.registry.agent.host;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.host.BindingState;
import io.gatehouse.domain.host.Host;
import io.gatehouse.registry.agent.host.BindingStore.Changed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Completes a change of a host's bindings: appends the audit events and assigns the change number. Takes a lock that
 * serializes all such changes of the deployment, so it must be the last action before the commit.
 */
@Dependent
public class BindingChanges {

    /** An event's details hold 16,384 characters: a longer list is split over several events. */
    private static final int MAX_LIST_LENGTH = 8_000;

    static final String SYSTEM = "system";

    private record Event(BindingState state, String author) implements Comparable<Event> {

        private static final Comparator<Event> ORDER =
                Comparator.comparing(Event::state).thenComparing(Event::author);

        private String action() {
            return "bindings." + state.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public int compareTo(Event other) {
            return ORDER.compare(this, other);
        }
    }

    private final BindingStore store;
    private final AuditTrail audit;
    private final InstantSource clock;

    @Inject
    public BindingChanges(BindingStore store, AuditTrail audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Attributes active bindings to the actor, and the others to the expiry of the lease. */
    public void complete(Host host, String actor) {
        complete(host, changed -> changed.state() == BindingState.ACTIVE ? actor : SYSTEM);
    }

    /** Does the same, but records nothing for an agent that has its own event. */
    public void completeExcept(UUID agentId, Host host, String actor) {
        complete(host, changed -> {
            String author = changed.state() == BindingState.ACTIVE ? actor : SYSTEM;
            return changed.agentId().equals(agentId) ? null : author;
        });
    }

    /**
     * Completes a snapshot: these agents were retired by the actor; any other change is due to the expiry of the lease.
     */
    void completeSnapshot(Host host, String actor, Set<String> retired) {
        complete(host, changed -> retired.contains(changed.alias()) ? actor : SYSTEM);
    }

    /**
     * Records every binding of the host that this transaction changed in an event, by alias.
     *
     * @param authors who changed the binding; null if it belongs in none of these events
     */
    private void complete(Host host, Function<Changed, @Nullable String> authors) {
        List<Changed> changed = store.changed(host.id());
        if (changed.isEmpty()) {
            return;
        }
        Map<Event, List<String>> events = new TreeMap<>();
        for (Changed binding : changed) {
            String author = authors.apply(binding);
            if (author != null) {
                events.computeIfAbsent(new Event(binding.state(), author), event -> new ArrayList<>())
                        .add(binding.alias());
            }
        }
        events.forEach((event, aliases) -> append(host, event.author(), event.action(), aliases));
        store.number(host.id(), ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    private void append(Host host, String actor, String action, List<String> aliases) {
        for (List<String> part : parts(aliases)) {
            audit.append(new AuditEntry(
                    host.organizationId(),
                    actor,
                    action,
                    "host:" + host.id(),
                    Map.of(
                            "host", host.name(),
                            "count", String.valueOf(part.size()),
                            "aliases", String.join(" ", part))));
        }
    }

    private static List<List<String>> parts(List<String> aliases) {
        List<List<String>> parts = new ArrayList<>();
        int length = MAX_LIST_LENGTH;
        for (String alias : aliases) {
            if (length + alias.length() >= MAX_LIST_LENGTH) {
                parts.add(new ArrayList<>());
                length = 0;
            }
            parts.get(parts.size() - 1).add(alias);
            length += alias.length() + 1;
        }
        return parts;
    }
}
