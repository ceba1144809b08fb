package io.gatehouse.registry.credential.mirror;

import io.gatehouse.registry.credential.mirror.MirroredTable.Column;
import io.gatehouse.registry.credential.mirror.Snapshot.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of the mirrored tables, as text. */
@Dependent
class MirrorStore {

    private final EntityManager entities;

    @Inject
    MirrorStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Reads children before their parents. Parents are never deleted, so every row that a child refers to is in the
     * snapshot too.
     */
    Snapshot read(Instant now) {
        Map<MirroredTable, List<Row>> rows = new EnumMap<>(MirroredTable.class);
        MirroredTable[] tables = MirroredTable.values();
        for (int i = tables.length - 1; i >= 0; i--) {
            rows.put(tables[i], rows(tables[i], now));
        }
        return new Snapshot(rows);
    }

    private List<Row> rows(MirroredTable table, Instant now) {
        String selected = table.columns().stream().map(MirrorStore::selected).collect(Collectors.joining(", "));
        Query query = entities.createNativeQuery(
                "select " + selected + " from " + table.table() + " t " + table.condition() + " order by t.id");
        if (table.condition().contains("?1")) {
            query.setParameter(1, now.atOffset(ZoneOffset.UTC));
        }
        List<Row> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(row(table, (Object[]) row));
        }
        return rows;
    }

    private static String selected(Column column) {
        return switch (column.kind()) {
            case ID -> "cast(t." + column.name() + " as varchar(36))";
            case TEXT, NUMBER, TIME, BYTES -> "t." + column.name();
        };
    }

    private static Row row(MirroredTable table, Object[] values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                row.put(table.columns().get(i).name(), text(values[i]));
            }
        }
        return new Row(row);
    }

    /** JPA providers return different types for a timestamp. */
    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return value instanceof java.sql.Timestamp time ? time.toInstant().toString() : value.toString();
    }

    /** Whether no caller exists yet: no token and no binding. */
    boolean isEmpty() {
        return List.of("host_token", "agent_token", "binding").stream().noneMatch(this::hasRows);
    }

    private boolean hasRows(String table) {
        return !entities.createNativeQuery("select 1 from " + table)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Inserts the rows. Agents count as bound now, and are stale until their host reports. */
    void restore(Snapshot snapshot, Instant now) {
        for (MirroredTable table : MirroredTable.values()) {
            snapshot.of(table).forEach(row -> insert(table, row));
        }
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        entities.createNativeQuery("update binding set state = 'STALE' where state = 'ACTIVE'")
                .executeUpdate();
        entities.createNativeQuery("update binding set last_seen_at = ?1")
                .setParameter(1, time)
                .executeUpdate();
        entities.createNativeQuery("update host set lease_expires_at = ?1, last_seen_at = ?2"
                        + " where id in (select host_id from binding)")
                .setParameter(1, time)
                .setParameter(2, time)
                .executeUpdate();
        entities.createNativeQuery("update binding_clock set last_change = ?1 where last_change < ?2")
                .setParameter(1, micros(now))
                .setParameter(2, micros(now))
                .executeUpdate();
        entities.createNativeQuery(
                        "update binding set change_number = (select last_change from binding_clock where id = 1)")
                .executeUpdate();
    }

    private static long micros(Instant now) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }

    private void insert(MirroredTable table, Row row) {
        List<Column> columns = table.columns();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        List<String> placeholders = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Column column : columns) {
            String value = row.value(column);
            if (value != null) {
                parameters.add(
                        column.kind() == Column.Kind.BYTES ? Base64.getDecoder().decode(value) : value);
            }
            placeholders.add(value == null ? "null" : placeholder(column, parameters.size()));
        }
        boolean bound = table == MirroredTable.BINDING;
        Query insert = entities.createNativeQuery("insert into " + table.table() + " (" + names
                + (bound ? ", last_seen_at" : "") + ", version) values (" + String.join(", ", placeholders)
                + (bound ? ", current_timestamp" : "") + ", 1)");
        for (int i = 0; i < parameters.size(); i++) {
            insert.setParameter(i + 1, parameters.get(i));
        }
        insert.executeUpdate();
    }

    private static String placeholder(Column column, int index) {
        return switch (column.kind()) {
            case ID -> "cast(?" + index + " as uuid)";
            case NUMBER -> "cast(?" + index + " as bigint)";
            case TIME -> "cast(?" + index + " as timestamp(6) with time zone)";
            case TEXT, BYTES -> "?" + index;
        };
    }

    void addPresence(String roomId, String agentUserId, Instant now) {
        entities.createNativeQuery("insert into room_presence (room_id, agent_id, joined_at)"
                        + " select cast(?1 as varchar(255)), a.id, cast(?2 as timestamp(6) with time zone)"
                        + " from agent a where a.agent_user_id = ?3")
                .setParameter(1, roomId)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, agentUserId)
                .executeUpdate();
    }
}
