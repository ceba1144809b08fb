package io.gatehouse.install.token;

import static io.gatehouse.install.token.FixedText.SECOND_LENGTH;
import static io.gatehouse.install.token.FixedText.UUID_LENGTH;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatehouse.contract.account.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The long form's payload in the only layout that Gatehouse writes, for one key and audience: the fields in the order
 * of the contract, without white space. Its length and the offset of every value are fixed.
 */
final class Payload {

    static final String TYPE = "install";

    private static final int JTI_LENGTH = 16;

    /** The complete payload, with zeros in place of the values. */
    private final byte[] blank;

    private final int userAt;
    private final int templateAt;
    private final int issuedAt;
    private final int expiresAt;
    private final int jtiAt;

    /** The audience must need no escaping in JSON. */
    Payload(String keyId, String audience) {
        StringBuilder json = new StringBuilder(256)
                .append("{\"v\":1,\"typ\":\"" + TYPE + "\",\"kid\":\"")
                .append(keyId)
                .append("\",\"aud\":\"")
                .append(audience)
                .append("\",\"sub\":\"");
        String zeroId = "0".repeat(UUID_LENGTH);
        String zeroSecond = "0".repeat(SECOND_LENGTH);
        userAt = json.length();
        templateAt = json.append(zeroId).append("\",\"tpl\":\"").length();
        issuedAt = json.append(zeroId).append("\",\"iat\":").length();
        expiresAt = json.append(zeroSecond).append(",\"exp\":").length();
        jtiAt = json.append(zeroSecond).append(",\"jti\":\"").length();
        blank = json.append("0".repeat(JTI_LENGTH)).append("\"}").toString().getBytes(US_ASCII);
    }

    byte[] blank() {
        return blank.clone();
    }

    /**
     * Returns the common beginning of the base64url text of every payload: the encoding of the whole groups of three
     * bytes before the user.
     */
    byte[] textHead() {
        return Arrays.copyOf(Base64Url.ENCODER.encode(blank), userAt / 3 * 4);
    }

    /**
     * Writes the values into a copy of the blank, used or unused. The jti are the 16 characters of {@code text} from
     * {@code jtiInText} on.
     */
    void write(UUID user, UUID template, long issued, long expiry, byte[] text, int jtiInText, byte[] out) {
        FixedText.writeUuid(user, out, userAt);
        FixedText.writeUuid(template, out, templateAt);
        FixedText.writeSecond(issued, out, issuedAt);
        FixedText.writeSecond(expiry, out, expiresAt);
        System.arraycopy(text, jtiInText, out, jtiAt, JTI_LENGTH);
    }

    /**
     * Reads a payload of the length of a blank. Returns the claim if writing its values again gives the same bytes, so
     * that layout, key and audience match; null otherwise. It may still be a payload in another layout.
     */
    @Nullable InstallClaim read(byte[] json, byte[] spare) {
        UUID user = FixedText.readUuid(json, userAt);
        UUID template = FixedText.readUuid(json, templateAt);
        long issued = FixedText.readSecond(json, issuedAt);
        long expiry = FixedText.readSecond(json, expiresAt);
        if (user.version() != 8 || user.variant() != 2 || !FixedText.isSecond(issued) || !FixedText.isSecond(expiry)) {
            return null;
        }
        write(user, template, issued, expiry, json, jtiAt, spare);
        if (!Arrays.equals(json, spare)) {
            return null;
        }
        String jti = new String(json, jtiAt, JTI_LENGTH, ISO_8859_1);
        return new InstallClaim(new UserId(user), template, jti, Instant.ofEpochSecond(expiry));
    }
}
