package io.gatehouse.registry.credential.mirror;

import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.registry.credential.mirror.MirroredTable.Column;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rows of the mirrored tables. The text form lists the columns of each table, so that another version of Gatehouse
 * can read those that it knows.
 */
public record Snapshot(Map<MirroredTable, List<Row>> rows) {

    public Snapshot {
        rows = Map.copyOf(rows);
    }

    /** A row's values by column; a missing value is null. */
    record Row(Map<String, String> values) {

        Row {
            values = Map.copyOf(values);
        }

        @Nullable String value(Column column) {
            return values.get(column.name());
        }
    }

    List<Row> of(MirroredTable table) {
        return rows.getOrDefault(table, List.of());
    }

    /** Returns the same text for the same rows. */
    String toText() {
        JsonObjectBuilder text = JsonObjects.builder();
        for (MirroredTable table : MirroredTable.values()) {
            JsonArrayBuilder names = JsonObjects.arrayBuilder();
            table.columns().forEach(column -> names.add(column.name()));
            JsonArrayBuilder items = JsonObjects.arrayBuilder();
            of(table).forEach(row -> items.add(values(table, row)));
            text.add(table.table(), JsonObjects.builder().add("columns", names).add("rows", items));
        }
        return text.build().toString();
    }

    private static JsonArrayBuilder values(MirroredTable table, Row row) {
        JsonArrayBuilder values = JsonObjects.arrayBuilder();
        for (Column column : table.columns()) {
            String value = row.value(column);
            if (value == null) {
                values.addNull();
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** @throws ImplausibleMirrorException if the text is not a snapshot */
    static Snapshot from(String text) {
        try {
            JsonObject tables = JsonObjects.read(text);
            Map<MirroredTable, List<Row>> rows = new HashMap<>();
            for (MirroredTable table : MirroredTable.values()) {
                if (tables.containsKey(table.table())) {
                    rows.put(table, rows(tables.getJsonObject(table.table())));
                }
            }
            return new Snapshot(rows);
        } catch (JsonException | ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new ImplausibleMirrorException("the content of the mirror cannot be read", e);
        }
    }

    private static List<Row> rows(JsonObject table) {
        JsonArray columns = table.getJsonArray("columns");
        List<Row> rows = new ArrayList<>();
        for (JsonArray values : table.getJsonArray("rows").getValuesAs(JsonArray.class)) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                if (values.get(i) instanceof JsonString value) {
                    row.put(columns.getString(i), value.getString());
                }
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    /** Omits names and hashes, so that they do not appear in logs. */
    @Override
    public String toString() {
        return "Snapshot[" + of(MirroredTable.AGENT_TOKEN).size() + " agent tokens]";
    }
}
