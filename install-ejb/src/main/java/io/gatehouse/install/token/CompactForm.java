package io.gatehouse.install.token;

import io.gatehouse.contract.account.UserId;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
    /** Where the mac starts in the text. Its text is the token's id. */
    static final int JTI_AT = 48;

    static final int NONCES = 1 << 12;

    private static final int VERSION = 1;
    private static final int USER_AT = 1;
    private static final int TEMPLATE_AT = 17;
    private static final int EXPIRY_AT = 33;
    private static final int EXPIRY_LENGTH = 3;
    private static final int MAC_AT = 36;
    private static final int MAC_LENGTH = 12;
    private static final int EXPIRY_SPAN = 1 << 24;

    private CompactForm() {}

    static boolean isTemplateId(UUID id) {
        return id.version() == 7 && id.variant() == 2;
    }

    /** Returns the bytes that the mac is computed over. */
    static byte[] signed(int keyHint, UserId user, UUID template, int nonce, long expiry) {
        ByteBuffer signed = ByteBuffer.allocate(EXPIRY_AT + Long.BYTES).put((byte) (VERSION << 4 | keyHint));
        putId(user.value(), nonce >>> 6, signed);
        putId(template, nonce, signed);
        return signed.putLong(expiry).array();
    }

    /** Returns the bytes that the mac of a token is computed over, assuming this expiry. */
    static byte[] signed(byte[] token, long expiry) {
        return ByteBuffer.allocate(EXPIRY_AT + Long.BYTES)
                .put(token, 0, EXPIRY_AT)
                .putLong(expiry)
                .array();
    }

    /** Assembles the token. */
    static byte[] token(byte[] signed, byte[] mac) {
        return ByteBuffer.allocate(LENGTH)
                .put(signed, 0, EXPIRY_AT)
                .put(signed, signed.length - EXPIRY_LENGTH, EXPIRY_LENGTH)
                .put(mac, 0, MAC_LENGTH)
                .array();
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

    /** Returns the token's mac. */
    static byte[] mac(byte[] token) {
        return Arrays.copyOfRange(token, MAC_AT, LENGTH);
    }

    /** Returns the part of a mac that a token carries. */
    static byte[] shortened(byte[] mac) {
        return Arrays.copyOf(mac, MAC_LENGTH);
    }

    static UserId user(byte[] token) {
        return new UserId(readId(token, USER_AT, 8));
    }

    static UUID template(byte[] token) {
        return readId(token, TEMPLATE_AT, 7);
    }

    /** Replaces the version (by the upper four bits) and the variant (by the lower two) with six bits of the nonce. */
    private static void putId(UUID id, int nonce, ByteBuffer out) {
        out.putLong((id.getMostSignificantBits() & ~0xF000L) | ((long) (nonce >>> 2 & 0xF) << 12));
        out.putLong((id.getLeastSignificantBits() & ~(3L << 62)) | ((long) (nonce & 3) << 62));
    }

    private static UUID readId(byte[] token, int at, int version) {
        ByteBuffer in = ByteBuffer.wrap(token);
        long high = (in.getLong(at) & ~0xF000L) | ((long) version << 12);
        long low = (in.getLong(at + Long.BYTES) & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low);
    }
}
