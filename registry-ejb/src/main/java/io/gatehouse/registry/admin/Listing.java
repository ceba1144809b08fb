package io.gatehouse.registry.admin;

import io.gatehouse.contract.page.InvalidCursorException;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import jakarta.persistence.TypedQuery;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of the entities that meet all conditions, newest first. Ids sort in the order of creation, so the cursor is
 * the last id of a page. A condition whose value is null is ignored.
 */
final class Listing<T> {

    private static final int CURSOR_LENGTH = 2 * Long.BYTES;

    private final String entity;
    private final Function<String, TypedQuery<T>> queries;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean empty;

    Listing(String entity, Function<String, TypedQuery<T>> queries) {
        this.entity = entity;
        this.queries = queries;
    }

    Listing<T> within(AdminScope scope) {
        empty = empty || scope.isNothing();
        return where("e.organizationId in :organizations", "organizations", organizations(scope));
    }

    private static @Nullable Object organizations(AdminScope scope) {
        return scope.isEverything() ? null : scope.organizations();
    }

    Listing<T> equal(String field, @Nullable Object value) {
        return where("e." + field + " = :" + field, field, value);
    }

    Listing<T> since(String field, @Nullable Instant time) {
        return where("e." + field + " >= :" + field, field, time);
    }

    private Listing<T> where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** @throws InvalidCursorException if the cursor did not come from a page */
    <V> Page<V> page(PageRequest request, Function<T, UUID> id, Function<T, V> view) {
        where("e.id < :cursor", "cursor", position(request.cursor()));
        if (empty) {
            return new Page<>(List.of(), null);
        }
        TypedQuery<T> query = queries.apply("select e from " + entity + " e"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by e.id desc");
        parameters.forEach(query::setParameter);
        List<T> oneMore = query.setMaxResults(request.limit() + 1).getResultList();
        List<T> rows = oneMore.subList(0, Math.min(request.limit(), oneMore.size()));
        String next = oneMore.size() > rows.size() ? cursor(id.apply(rows.get(rows.size() - 1))) : null;
        return new Page<>(rows.stream().map(view).toList(), next);
    }

    private static String cursor(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(CURSOR_LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static @Nullable UUID position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
        if (bytes.length != CURSOR_LENGTH) {
            throw new InvalidCursorException();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }
}
