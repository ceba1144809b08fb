package io.gatehouse.registry.host;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.host.BindingState;
import io.gatehouse.domain.host.Host;
import io.gatehouse.registry.host.BindingStore.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends a change of a host's bindings: audits it and numbers it. Holds a lock that all such changes of the deployment
 * queue up for, so nothing may come after it but the commit.
 */
@ApplicationScoped
public class BindingChanges {

    /** An event's details hold 16,384 characters: what is more goes into further events. */
    private static final int LONGEST_LIST = 8_000;

    private static final String SYSTEM = "system";

    @Inject
    BindingStore store;

    @Inject
    AuditTrail audit;

    @Inject
    InstantSource clock;

    /** After a registration or a heartbeat: what is active is so by the actor, what is not, by lapse of time. */
    public void end(Host host, String actor) {
        end(host, Map.of(BindingState.ACTIVE, actor), null);
    }

    /** The same, without an event for the agent whose registration has one of its own. */
    public void endRegistration(Host host, String actor, UUID registered) {
        end(host, Map.of(BindingState.ACTIVE, actor), registered);
    }

    /** After a snapshot: what is retired is so by the actor. */
    public void endSnapshot(Host host, String actor) {
        end(host, Map.of(BindingState.RETIRED, actor), null);
    }

    /** Every binding of the host that this transaction changed stands in an event, by its alias. */
    private void end(Host host, Map<BindingState, String> actors, @Nullable UUID exempt) {
        List<Changed> changed = store.changed(host.id());
        if (changed.isEmpty()) {
            return;
        }
        for (BindingState state : BindingState.values()) {
            List<String> aliases = changed.stream()
                    .filter(binding -> binding.state() == state)
                    .filter(binding -> !binding.agentId().equals(exempt))
                    .map(Changed::alias)
                    .toList();
            String action = "bindings." + state.name().toLowerCase(Locale.ROOT);
            append(host, actors.getOrDefault(state, SYSTEM), action, aliases);
        }
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
