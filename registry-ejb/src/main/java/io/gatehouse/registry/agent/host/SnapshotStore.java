package io.gatehouse.registry.agent.host;

import io.gatehouse.domain.host.BindingState;
import io.gatehouse.registry.agent.host.Comparison.Live;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The agents that hosts report as running, written under the lock of the host's row. */
@Dependent
class SnapshotStore {

    /**
     * Rows per insert statement. More are no faster: finding their parameters takes longer than sending the statement.
     */
    private static final int ROWS = 50;

    private final EntityManager entities;

    @Inject
    SnapshotStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns the agents that are bound to the host and not retired, in the order of their aliases. */
    List<Live> live(UUID hostId) {
        return entities
                .createQuery(
                        "select a.alias, b.state, b.generation from Binding b, Agent a where a.id = b.agentId"
                                + " and b.hostId = :host and b.state <> :retired order by a.alias",
                        Object[].class)
                .setParameter("host", hostId)
                .setParameter("retired", BindingState.RETIRED)
                .getResultList()
                .stream()
                .map(row -> new Live((String) row[0], (BindingState) row[1], (Long) row[2]))
                .toList();
    }

    /** Returns the display names in the last snapshot, by alias. */
    Map<String, String> displayNames(UUID hostId) {
        List<?> rows = entities.createNativeQuery(
                        "select alias, display_name from host_snapshot_agent where host_id = ?1")
                .setParameter(1, hostId)
                .getResultList();
        Map<String, String> names = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            names.put((String) columns[0], (String) columns[1]);
        }
        return names;
    }

    void replace(UUID hostId, Map<String, String> displayNames) {
        entities.createNativeQuery("delete from host_snapshot_agent where host_id = ?1")
                .setParameter(1, hostId)
                .executeUpdate();
        List<Map.Entry<String, String>> rows = new ArrayList<>(displayNames.entrySet());
        for (int from = 0; from < rows.size(); from += ROWS) {
            insert(hostId, rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
    }

    private void insert(UUID hostId, List<Map.Entry<String, String>> rows) {
        String values = IntStream.range(0, rows.size())
                .map(row -> row * 3)
                .mapToObj(before -> "(?" + (before + 1) + ", ?" + (before + 2) + ", ?" + (before + 3) + ")")
                .collect(Collectors.joining(", "));
        Query insert = entities.createNativeQuery(
                "insert into host_snapshot_agent (host_id, alias, display_name) values " + values);
        int parameter = 1;
        for (Map.Entry<String, String> row : rows) {
            insert.setParameter(parameter++, hostId);
            insert.setParameter(parameter++, row.getKey());
            insert.setParameter(parameter++, row.getValue());
        }
        insert.executeUpdate();
    }

    /** Retires the agents that the snapshot does not name, unless they registered after it. */
    void retireUnnamed(UUID hostId, long generation, @Nullable Instant lastSeenAt) {
        if (lastSeenAt == null) {
            return;
        }
        entities.createNativeQuery("update binding set last_seen_at = case when state = 'ACTIVE' then ?1"
                        + " else last_seen_at end, state = 'RETIRED', change_number = null, version = version + 1"
                        + " where host_id = ?2 and state <> 'RETIRED' and generation <= ?3"
                        + " and not exists (select 1 from host_snapshot_agent s, agent a where a.id = binding.agent_id"
                        + " and s.host_id = binding.host_id and s.alias = a.alias)")
                .setParameter(1, lastSeenAt.atOffset(ZoneOffset.UTC))
                .setParameter(2, hostId)
                .setParameter(3, generation)
                .executeUpdate();
    }
}
