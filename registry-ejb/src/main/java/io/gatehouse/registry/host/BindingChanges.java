package io.gatehouse.registry.host;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.host.BindingState;
import io.gatehouse.domain.host.Host;
import io.gatehouse.registry.host.BindingStore.Changed;
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
 * Ends a change of a host's bindings: audits it and numbers it. Holds a lock that all such changes of the deployment
 * queue up for, so nothing may come after it but the commit.
 */
@Dependent
public class BindingChanges {

    /** An event's details hold 16,384 characters: what is more goes into further events. */
    private static final int LONGEST_LIST = 8_000;

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

    /** What is active is so by the actor, what is not, by lapse of time. */
    public void end(Host host, String actor) {
        end(host, changed -> changed.state() == BindingState.ACTIVE ? actor : SYSTEM);
    }

    /** The same, without an event for an agent that has one of its own. */
    public void endBut(UUID agentId, Host host, String actor) {
        end(host, changed -> {
            String author = changed.state() == BindingState.ACTIVE ? actor : SYSTEM;
            return changed.agentId().equals(agentId) ? null : author;
        });
    }

    /** After a snapshot: these are retired by the actor, whatever else changed is so by lapse of time. */
    void endSnapshot(Host host, String actor, Set<String> retired) {
        end(host, changed -> retired.contains(changed.alias()) ? actor : SYSTEM);
    }

    /**
     * Every binding of the host that this transaction changed stands in an event, by its alias.
     *
     * @param authors who changed it; null for none of our events
     */
    private void end(Host host, Function<Changed, @Nullable String> authors) {
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
        int length = LONGEST_LIST;
        for (String alias : aliases) {
            if (length + alias.length() >= LONGEST_LIST) {
                parts.add(new ArrayList<>());
                length = 0;
            }
            parts.get(parts.size() - 1).add(alias);
            length += alias.length() + 1;
        }
        return parts;
    }
}
