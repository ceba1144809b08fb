package io.gatehouse.install.token;

import io.gatehouse.contract.account.UserId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * The layout of the compact form: 48 bytes, big-endian.
 *
 * <pre>
 *  0      version (4 bits), key hint (4 bits)
 *  1..16  user id
 * 17..32  template agent id
 * 33..35  expiry: the low 24 bits of the epoch second
 * 36..47  mac: the first 12 bytes of HMAC-SHA256 over bytes 0..32 and the expiry as a 64-bit epoch second
 * </pre>
 *
 * <p>A user id is always a version 8 UUID and a template's always a version 7 one (RFC 9562), so the six bits of
 * version and variant in each are known. They carry a nonce of 12 bits, which tells two tokens apart that were minted
 * for the same user and template in the same second.
 *
 * <p>The 24 bits of the expiry repeat after 194 days. The mac covers all 64 bits, so a token does not become valid
 * again then.
 */
final class CompactForm {

    static final int LENGTH = 48;
    static final int TEXT_LENGTH = 64;
    static final int MAC_LENGTH = 12;
    static final int SIGNED_LENGTH = 41;
    /** Where the mac starts in the text. Its text is the token's id. */
    static final int JTI_AT = 48;

    static final int NONCES = 1 << 12;

    private static final int VERSION = 1;
    private static final int USER_AT = 1;
    private static final int TEMPLATE_AT = 17;
    private static final int EXPIRY_AT = 33;
    private static final int MAC_AT = 36;
    private static final int EXPIRY_SPAN = 1 << 24;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private CompactForm() {}

    static boolean isTemplateId(UUID id) {
        return id.version() == 7 && id.variant() == 2;
    }

    /** Writes the bytes that the mac is computed over. */
    static void writeSigned(int keyHint, UserId user, UUID template, int nonce, long expiry, byte[] signed) {
        signed[0] = (byte) (VERSION << 4 | keyHint);
        writeId(user.value(), nonce >>> 6, signed, USER_AT);
        writeId(template, nonce, signed, TEMPLATE_AT);
        LONGS.set(signed, EXPIRY_AT, expiry);
    }

    /** Assembles the token. */
    static void write(byte[] signed, byte[] mac, byte[] token) {
        System.arraycopy(signed, 0, token, 0, EXPIRY_AT);
        System.arraycopy(signed, SIGNED_LENGTH - 3, token, EXPIRY_AT, 3);
        System.arraycopy(mac, 0, token, MAC_AT, MAC_LENGTH);
    }

    static boolean hasVersion(byte[] token) {
        return (token[0] >> 4) == VERSION;
    }

    static int keyHint(byte[] token) {
        return token[0] & 0xF;
    }

    /** Returns the expiry nearest to now, of those with the token's 24 bits. */
    static long expiry(byte[] token, long now) {
        int low = (token[EXPIRY_AT] & 0xFF) << 16 | (token[EXPIRY_AT + 1] & 0xFF) << 8 | (token[EXPIRY_AT + 2] & 0xFF);
        int ahead = (int) (low - now) & (EXPIRY_SPAN - 1);
        return now + (ahead < EXPIRY_SPAN / 2 ? ahead : ahead - EXPIRY_SPAN);
    }

    /** Writes the bytes that the mac of a token is computed over, assuming this expiry. */
    static void writeSigned(byte[] token, long expiry, byte[] signed) {
        System.arraycopy(token, 0, signed, 0, EXPIRY_AT);
        LONGS.set(signed, EXPIRY_AT, expiry);
    }

    static void readMac(byte[] token, byte[] mac) {
        System.arraycopy(token, MAC_AT, mac, 0, MAC_LENGTH);
    }

    static UserId user(byte[] token) {
        return new UserId(readId(token, USER_AT, 8));
    }

    static UUID template(byte[] token) {
        return readId(token, TEMPLATE_AT, 7);
    }

    /** Replaces the version (by the upper four bits) and the variant (by the lower two) with six bits of the nonce. */
    private static void writeId(UUID id, int nonce, byte[] out, int at) {
        long high = (id.getMostSignificantBits() & ~0xF000L) | ((long) (nonce >>> 2 & 0xF) << 12);
        long low = (id.getLeastSignificantBits() & ~(3L << 62)) | ((long) (nonce & 3) << 62);
        LONGS.set(out, at, high);
        LONGS.set(out, at + 8, low);
    }

    private static UUID readId(byte[] token, int at, int version) {
        long high = ((long) LONGS.get(token, at) & ~0xF000L) | ((long) version << 12);
        long low = ((long) LONGS.get(token, at + 8) & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low);
    }
}
