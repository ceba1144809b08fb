package io.gatehouse.registry.agent.host;

import io.gatehouse.domain.host.Binding;
import io.gatehouse.domain.host.BindingState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Bindings, changed under the lock of their host's row. A change sets the row's number to null; at the end
 * {@link #number} assigns the next number to all rows without one.
 */
@Dependent
class BindingStore {

    private static final String CHANGED = " change_number = null, version = version + 1";

    private final EntityManager entities;

    @Inject
    BindingStore(EntityManager entities) {
        this.entities = entities;
    }

    /** A binding that this transaction changed. */
    record Changed(UUID agentId, String alias, BindingState state) {}

    void add(Binding binding) {
        entities.persist(binding);
        entities.flush();
    }

    /** Returns false if the agent was never bound. */
    boolean registerAgain(UUID agentId, long generation, Instant now) {
        return update("update binding set state = 'ACTIVE', generation = ?1, last_seen_at = ?2," + CHANGED
                                + " where agent_id = ?3")
                        .setParameter(1, generation)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .setParameter(3, agentId)
                        .executeUpdate()
                == 1;
    }

    /** Returns false if the agent is already retired. */
    boolean retire(UUID agentId, Instant lastSeenAt) {
        return update("update binding set last_seen_at = case when state = 'ACTIVE' then ?1"
                                + " else last_seen_at end, state = 'RETIRED'," + CHANGED
                                + " where agent_id = ?2 and state <> 'RETIRED'")
                        .setParameter(1, lastSeenAt.atOffset(ZoneOffset.UTC))
                        .setParameter(2, agentId)
                        .executeUpdate()
                == 1;
    }

    /** The generation of the agent's last registration; 0 if there is none. */
    long generationOf(UUID agentId) {
        return entities
                .createQuery("select b.generation from Binding b where b.agentId = :agent", Long.class)
                .setParameter("agent", agentId)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(0L);
    }

    void makeStale(UUID hostId, Instant lastSeenAt) {
        update("update binding set state = 'STALE', last_seen_at = ?1," + CHANGED
                        + " where host_id = ?2 and state = 'ACTIVE'")
                .setParameter(1, lastSeenAt.atOffset(ZoneOffset.UTC))
                .setParameter(2, hostId)
                .executeUpdate();
    }

    void retireAll(UUID hostId, Instant lastSeenAt) {
        makeStale(hostId, lastSeenAt);
        update("update binding set state = 'RETIRED'," + CHANGED + " where host_id = ?1 and state = 'STALE'")
                .setParameter(1, hostId)
                .executeUpdate();
    }

    /** Makes stale bindings active again. */
    void revive(UUID hostId) {
        update("update binding set state = 'ACTIVE'," + CHANGED + " where host_id = ?1 and state = 'STALE'")
                .setParameter(1, hostId)
                .executeUpdate();
    }

    /** Whether that registration is its agent's last one, and not retired. */
    boolean isLive(UUID hostId, long generation) {
        return !entities.createQuery(
                        "select b.id from Binding b where b.hostId = :host and b.generation = :generation"
                                + " and b.state <> :retired",
                        UUID.class)
                .setParameter("host", hostId)
                .setParameter("generation", generation)
                .setParameter("retired", BindingState.RETIRED)
                .getResultList()
                .isEmpty();
    }

    int countActive(UUID hostId) {
        return entities.createQuery(
                        "select count(b.id) from Binding b where b.hostId = :host and b.state = :active", Long.class)
                .setParameter("host", hostId)
                .setParameter("active", BindingState.ACTIVE)
                .getSingleResult()
                .intValue();
    }

    List<Changed> changed(UUID hostId) {
        return entities
                .createQuery(
                        "select a.id, a.alias, b.state from Binding b, Agent a where a.id = b.agentId"
                                + " and b.hostId = :host and b.changeNumber is null order by a.alias",
                        Object[].class)
                .setParameter("host", hostId)
                .getResultList()
                .stream()
                .map(row -> new Changed((UUID) row[0], (String) row[1], (BindingState) row[2]))
                .toList();
    }

    /**
     * Numbers the changed bindings. A higher number commits later, so a reader that has seen a number has seen all
     * smaller ones. The number is the time in microseconds since 1970, or one more than the last number if clocks
     * differ.
     */
    void number(UUID hostId, long micros) {
        update("update binding_clock set last_change = case when last_change >= ?1 then last_change + 1 else ?2 end"
                        + " where id = 1")
                .setParameter(1, micros)
                .setParameter(2, micros)
                .executeUpdate();
        update("update binding set change_number = (select c.last_change from binding_clock c where c.id = 1)"
                        + " where host_id = ?1 and change_number is null")
                .setParameter(1, hostId)
                .executeUpdate();
    }

    private Query update(String statement) {
        return entities.createNativeQuery(statement);
    }
}
