package io.gatehouse.contract.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list that a caller asks for.
 *
 * @param limit 1 to {@value #MAX_LIMIT} items
 * @param cursor the previous page's {@link Page#nextCursor()}; null for the first page. Any other value is answered by
 *     an {@link InvalidCursorException}
 */
public record PageRequest(int limit, @Nullable String cursor) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    /** @throws IllegalArgumentException if the limit is out of range */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    /**
     * Returns the cursor of a list that is ordered by a number; null for the first page.
     *
     * @throws InvalidCursorException if it is another
     */
    public @Nullable Long numberCursor() {
        return cursor == null ? null : Cursor.number(cursor);
    }

    /**
     * Returns the cursor of a list that is ordered by an id; null for the first page.
     *
     * @throws InvalidCursorException if it is another
     */
    public @Nullable UUID idCursor() {
        return cursor == null ? null : Cursor.id(cursor);
    }

    /**
     * Returns the cursor of a list that is ordered by a number and an id; null for the first page.
     *
     * @throws InvalidCursorException if it is another
     */
    public <P> @Nullable P positionCursor(Cursor.Position<P> position) {
        return cursor == null ? null : Cursor.numberAndId(cursor, position);
    }
}
