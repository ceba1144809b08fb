package io.gatehouse.install.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatehouse.contract.account.UserId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;

/**
 * The long form's payload in the one layout that Gatehouse writes, for one key and audience: the fields in the order of
 * the contract, without white space. Its length is fixed, and so is the place of every value.
 */
final class Payload {

    static final String TYPE = "install";

    private static final int UUID_LENGTH = 36;
    private static final int SECOND_LENGTH = 10;
    private static final int JTI_LENGTH = 16;
    private static final long FIRST_SECOND = 1_000_000_000L;
    private static final long LAST_SECOND = 9_999_999_999L;

    private static final VarHandle PAIRS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    /** The two digits of each byte. */
    private static final short[] HEX_PAIRS = new short[256];
    /** The value of each digit, or -1. */
    private static final byte[] DIGITS = new byte[128];

    static {
        byte[] hex = "0123456789abcdef".getBytes(US_ASCII);
        for (int i = 0; i < HEX_PAIRS.length; i++) {
            HEX_PAIRS[i] = (short) (hex[i >>> 4] << 8 | hex[i & 0xF]);
        }
        Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < hex.length; i++) {
            DIGITS[hex[i]] = (byte) i;
        }
    }

    /** The whole payload, with zeros where the values go. */
    private final byte[] blank;

    private final int userAt;
    private final int templateAt;
    private final int issuedAt;
    private final int expiresAt;
    private final int jtiAt;

    /** For an audience that needs no escaping in JSON. */
    Payload(String keyId, String audience) {
        StringBuilder json = new StringBuilder(256)
                .append("{\"v\":1,\"typ\":\"" + TYPE + "\",\"kid\":\"")
                .append(keyId)
                .append("\",\"aud\":\"")
                .append(audience)
                .append("\",\"sub\":\"");
        String zeroId = new UUID(0, 0).toString();
        String zeroSecond = "0".repeat(SECOND_LENGTH);
        userAt = json.length();
        templateAt = json.append(zeroId).append("\",\"tpl\":\"").length();
        issuedAt = json.append(zeroId).append("\",\"iat\":").length();
        expiresAt = json.append(zeroSecond).append(",\"exp\":").length();
        jtiAt = json.append(zeroSecond).append(",\"jti\":\"").length();
        blank = json.append("0".repeat(JTI_LENGTH)).append("\"}").toString().getBytes(US_ASCII);
    }

    int length() {
        return blank.length;
    }

    byte[] blank() {
        return blank.clone();
    }

    /** Fills a blank in. The jti is the last 16 bytes of the compact form's text. */
    void write(UserId user, UUID template, long issued, long expiry, byte[] compactText, byte[] out) {
        writeId(user.value(), out, userAt);
        writeId(template, out, templateAt);
        writeSecond(issued, out, issuedAt);
        writeSecond(expiry, out, expiresAt);
        System.arraycopy(compactText, CompactForm.JTI_AT, out, jtiAt, JTI_LENGTH);
    }

    /**
     * Whether the bytes are a payload in this layout, of this key and audience. If so, {@link #user}, {@link #template},
     * {@link #expiry} and {@link #jti} read it; if not, it may still be a payload in another layout.
     */
    boolean isCanonical(byte[] json) {
        return json.length == blank.length
                && same(json, 0, userAt)
                && isId(json, userAt, '8')
                && same(json, userAt + UUID_LENGTH, templateAt)
                && isId(json, templateAt, '7')
                && same(json, templateAt + UUID_LENGTH, issuedAt)
                && isSecond(json, issuedAt)
                && same(json, issuedAt + SECOND_LENGTH, expiresAt)
                && isSecond(json, expiresAt)
                && same(json, expiresAt + SECOND_LENGTH, jtiAt)
                && isJti(json)
                && same(json, jtiAt + JTI_LENGTH, json.length);
    }

    UserId user(byte[] json) {
        return new UserId(readId(json, userAt));
    }

    UUID template(byte[] json) {
        return readId(json, templateAt);
    }

    long expiry(byte[] json) {
        long second = 0;
        for (int i = expiresAt; i < expiresAt + SECOND_LENGTH; i++) {
            second = second * 10 + (json[i] - '0');
        }
        return second;
    }

    String jti(byte[] json) {
        return new String(json, jtiAt, JTI_LENGTH, ISO_8859_1);
    }

    private boolean same(byte[] json, int from, int to) {
        return Arrays.equals(json, from, to, blank, from, to);
    }

    private boolean isJti(byte[] json) {
        for (int i = jtiAt; i < jtiAt + JTI_LENGTH; i++) {
            if (json[i] < 0 || !Base64Url.contains(json[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSecond(byte[] json, int at) {
        for (int i = at; i < at + SECOND_LENGTH; i++) {
            if (json[i] < '0' || json[i] > '9') {
                return false;
            }
        }
        return json[at] != '0';
    }

    /** A lower-case UUID of the version, in the variant of RFC 9562. */
    private static boolean isId(byte[] json, int at, char version) {
        int wrong = wrongHex(json, at, 8)
                | wrongHex(json, at + 9, 4)
                | wrongHex(json, at + 14, 4)
                | wrongHex(json, at + 19, 4)
                | wrongHex(json, at + 24, 12);
        boolean hyphens = json[at + 8] == '-' && json[at + 13] == '-' && json[at + 18] == '-' && json[at + 23] == '-';
        return wrong >= 0 && hyphens && json[at + 14] == version && (DIGITS[json[at + 19]] & 0xC) == 8;
    }

    /** Negative if one of the bytes is no hexadecimal digit. */
    private static int wrongHex(byte[] json, int at, int digits) {
        int wrong = 0;
        for (int i = at; i < at + digits; i++) {
            wrong |= DIGITS[json[i] & 0x7F] | json[i];
        }
        return wrong;
    }

    private static UUID readId(byte[] json, int at) {
        long high = readHex(json, at, 8) << 32 | readHex(json, at + 9, 4) << 16 | readHex(json, at + 14, 4);
        long low = readHex(json, at + 19, 4) << 48 | readHex(json, at + 24, 12);
        return new UUID(high, low);
    }

    private static long readHex(byte[] json, int at, int digits) {
        long value = 0;
        for (int i = at; i < at + digits; i++) {
            value = value << 4 | DIGITS[json[i]];
        }
        return value;
    }

    private static void writeId(UUID id, byte[] out, int at) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        writeHex(high >>> 32, 8, out, at);
        writeHex(high >>> 16, 4, out, at + 9);
        writeHex(high, 4, out, at + 14);
        writeHex(low >>> 48, 4, out, at + 19);
        writeHex(low, 12, out, at + 24);
    }

    private static void writeHex(long value, int digits, byte[] out, int at) {
        long rest = value;
        for (int i = at + digits - 2; i >= at; i -= 2) {
            PAIRS.set(out, i, HEX_PAIRS[(int) rest & 0xFF]);
            rest >>>= 8;
        }
    }

    private static void writeSecond(long second, byte[] out, int at) {
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new IllegalStateException("the clock is off: epoch second " + second);
        }
        long rest = second;
        for (int i = at + SECOND_LENGTH - 1; i >= at; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
