package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.page.InvalidCursorException;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
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
        where("e.id < :cursor", "cursor", request.idCursor());
        if (empty) {
            return new Page<>(List.of(), null);
        }
        TypedQuery<T> query = queries.apply("select e from " + entity + " e"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by e.id desc");
        parameters.forEach(query::setParameter);
        List<T> oneMore = query.setMaxResults(request.limit() + 1).getResultList();
        return Page.of(oneMore, request.limit(), row -> Cursor.of(id.apply(row)))
                .map(view);
    }
}
