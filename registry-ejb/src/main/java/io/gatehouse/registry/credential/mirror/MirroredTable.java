package io.gatehouse.registry.credential.mirror;

import java.util.List;

/**
 * The tables that are mirrored, parents before children. Omits columns that change without an event, such as the last
 * use of a token, and omits people: a personal organization is restored as one without an owner.
 */
public enum MirroredTable {
    ORGANIZATION(
            "organization",
            List.of(
                    Column.id("id"),
                    Column.text("slug"),
                    Column.text("name"),
                    Column.text("visibility"),
                    Column.time("created_at"),
                    Column.time("archived_at")),
            "where t.id in (select organization_id from host union"
                    + " select organization_id from agent where kind = 'REGISTERED')"),
    HOST(
            "host",
            List.of(
                    Column.id("id"),
                    Column.id("organization_id"),
                    Column.text("name"),
                    Column.number("generation"),
                    Column.time("created_at")),
            ""),
    AGENT(
            "agent",
            List.of(
                    Column.id("id"),
                    Column.id("organization_id"),
                    Column.text("kind"),
                    Column.text("name"),
                    Column.text("alias"),
                    Column.text("host"),
                    Column.text("agent_user_id"),
                    Column.time("created_at")),
            "where t.kind = 'REGISTERED'"),
    BINDING(
            "binding",
            List.of(
                    Column.id("id"),
                    Column.id("agent_id"),
                    Column.id("host_id"),
                    Column.number("generation"),
                    Column.text("state")),
            ""),
    HOST_TOKEN("host_token", tokenOf("host_id"), MirroredTable.USABLE),
    AGENT_TOKEN("agent_token", tokenOf("agent_id"), MirroredTable.USABLE);

    private static final String USABLE = "where t.revoked_at is null and (t.expires_at is null or t.expires_at > ?1)";

    private final String table;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<Column> columns;

    private final String condition;

    MirroredTable(String table, List<Column> columns, String condition) {
        this.table = table;
        this.columns = columns;
        this.condition = condition;
    }

    /** A column of a table; its values are represented as text. */
    record Column(String name, Kind kind) {

        enum Kind {
            ID,
            TEXT,
            NUMBER,
            TIME,
            /** In base64. */
            BYTES
        }

        static Column id(String name) {
            return new Column(name, Kind.ID);
        }

        static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        static Column time(String name) {
            return new Column(name, Kind.TIME);
        }

        static Column bytes(String name) {
            return new Column(name, Kind.BYTES);
        }
    }

    private static List<Column> tokenOf(String owner) {
        return List.of(
                Column.id("id"),
                Column.id(owner),
                Column.bytes("token_hash"),
                Column.text("last_four"),
                Column.text("scopes"),
                Column.time("created_at"),
                Column.time("expires_at"));
    }

    String table() {
        return table;
    }

    List<Column> columns() {
        return columns;
    }

    /** The condition that selects the rows; {@code ?1}, if present, is the current time. */
    String condition() {
        return condition;
    }
}
