package io.gatehouse.install.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * UUIDs and epoch seconds as ASCII text of fixed length, written to and read from a buffer in place, eight digits at a
 * time. Reading does not validate: text that is not a UUID or a number yields some other value. To validate, write the
 * value again and compare.
 */
final class FixedText {

    static final int UUID_LENGTH = 36;
    static final int SECOND_LENGTH = 10;

    private static final long FIRST_SECOND = 1_000_000_000L;
    private static final long LAST_SECOND = 9_999_999_999L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
    private static final short[] TWO_DIGITS = new short[100];

    static {
        byte[] digits = "0123456789".getBytes(US_ASCII);
        for (int i = 0; i < TWO_DIGITS.length; i++) {
            TWO_DIGITS[i] = (short) (digits[i / 10] << 8 | digits[i % 10]);
        }
    }

    private FixedText() {}

    /** As {@link UUID#toString()}. */
    static void writeUuid(UUID id, byte[] out, int at) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        LONGS.set(out, at, hex(high >>> 32));
        out[at + 8] = '-';
        INTS.set(out, at + 9, (int) hex(high >>> 16 & 0xFFFF));
        out[at + 13] = '-';
        INTS.set(out, at + 14, (int) hex(high & 0xFFFF));
        out[at + 18] = '-';
        INTS.set(out, at + 19, (int) hex(low >>> 48));
        out[at + 23] = '-';
        INTS.set(out, at + 24, (int) hex(low >>> 32 & 0xFFFF));
        LONGS.set(out, at + 28, hex(low & 0xFFFF_FFFFL));
    }

    static UUID readUuid(byte[] text, int at) {
        long high = value((long) LONGS.get(text, at)) << 32
                | value((int) INTS.get(text, at + 9)) << 16
                | value((int) INTS.get(text, at + 14));
        long low = value((int) INTS.get(text, at + 19)) << 48
                | value((int) INTS.get(text, at + 24)) << 32
                | value((long) LONGS.get(text, at + 28));
        return new UUID(high, low);
    }

    /** Ten decimal digits: from September 2001 to November 2286. */
    static void writeSecond(long second, byte[] out, int at) {
        if (!isSecond(second)) {
            throw new IllegalStateException("the clock is wrong: epoch second " + second);
        }
        long rest = second;
        for (int i = at + SECOND_LENGTH - 2; i >= at; i -= 2) {
            SHORTS.set(out, i, TWO_DIGITS[(int) (rest % 100)]);
            rest /= 100;
        }
    }

    static boolean isSecond(long second) {
        return second >= FIRST_SECOND && second <= LAST_SECOND;
    }

    static long readSecond(byte[] text, int at) {
        long second = 0;
        for (int i = at; i < at + SECOND_LENGTH; i++) {
            second = second * 10 + (text[i] & 0xF);
        }
        return second;
    }

    /** Returns the eight hexadecimal digits of 32 bits, one byte each. */
    private static long hex(long value) {
        long digits = (value | value << 16) & 0x0000_FFFF_0000_FFFFL;
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FFL;
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        long letters = (digits + 6 * EACH_BYTE) >>> 4 & EACH_BYTE;
        return digits + '0' * EACH_BYTE + letters * ('a' - '0' - 10);
    }

    /** Returns the 32 bits of eight hexadecimal digits. */
    private static long value(long text) {
        long digits = (text & 0x0F0F_0F0F_0F0F_0F0FL) + (text >>> 6 & EACH_BYTE) * 9;
        digits = (digits | digits >>> 4) & 0x00FF_00FF_00FF_00FFL;
        digits = (digits | digits >>> 8) & 0x0000_FFFF_0000_FFFFL;
        return (digits | digits >>> 16) & 0xFFFF_FFFFL;
    }

    /** Returns the 16 bits of four hexadecimal digits. */
    private static long value(int text) {
        return value(text & 0xFFFF_FFFFL);
    }
}
