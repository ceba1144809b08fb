package io.gatehouse.contract.page;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * The text of a position where a page ended: base64url of the number, the id, or both, that the list is ordered by.
 * Opaque to callers, who send it back unchanged; {@link PageRequest} reads it.
 */
public final class Cursor {

    private static final int LONGS_OF_AN_ID = 2;

    private Cursor() {}

    public static String of(long number) {
        return text(number);
    }

    public static String of(UUID id) {
        return text(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** For a list that is ordered by a number, and by an id where the numbers are equal. */
    public static String of(long number, UUID id) {
        return text(number, id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    static long number(String cursor) {
        return read(cursor, 1).getLong();
    }

    static UUID id(String cursor) {
        return id(read(cursor, LONGS_OF_AN_ID));
    }

    /** Returns what {@code read} makes of the number and the id. */
    static <P> P numberAndId(String cursor, Position<P> read) {
        ByteBuffer bytes = read(cursor, 1 + LONGS_OF_AN_ID);
        return read.at(bytes.getLong(), id(bytes));
    }

    /** Makes a position in a list of a number and an id. */
    @FunctionalInterface
    public interface Position<P> {
        P at(long number, UUID id);
    }

    private static String text(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        return text(bytes.array());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ByteBuffer read(String cursor, int longs) {
        byte[] bytes = decode(cursor);
        if (bytes.length != longs * Long.BYTES || !text(bytes).equals(cursor)) {
            throw new InvalidCursorException();
        }
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
