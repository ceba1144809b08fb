package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenCheck.Reason.BAD_MAC;
import static io.gatehouse.install.token.TokenCheck.Reason.MALFORMED;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.TokenCheck.Expired;
import io.gatehouse.install.token.TokenCheck.Invalid;
import io.gatehouse.install.token.TokenCheck.Valid;
import io.gatehouse.kernel.crypto.HmacSha256;
import io.gatehouse.kernel.text.Base64Url;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signs and verifies install tokens with one key, for one audience. */
final class TokenSigner {

    static final String PREFIX = "install:";
    static final int MAC_TEXT_LENGTH = 43;

    private final int keyHint;
    private final Payload payload;
    private final HmacSha256 longMac;
    private final HmacSha256 compactMac;

    TokenSigner(TokenKey key, String audience) {
        this.keyHint = key.hint();
        this.payload = new Payload(key.id(), audience);
        this.longMac = key.longMac();
        this.compactMac = key.compactMac(audience);
    }

    MintedToken mint(UserId user, UUID template, int nonce, long issued, long expiry) {
        byte[] signed = CompactForm.signed(keyHint, user, template, nonce, expiry);
        String compactForm = Base64Url.encode(CompactForm.token(signed, compactMac.sign(signed)));
        String jti = compactForm.substring(CompactForm.JTI_AT);
        String payloadText = Base64Url.encode(payload.write(user, template, issued, expiry, jti));
        String longForm = PREFIX + payloadText + '.' + macText(payloadText);
        return new MintedToken(longForm, compactForm, Instant.ofEpochSecond(expiry), jti);
    }

    /** Verifies a text that starts with the prefix and is not longer than a token may be. */
    TokenCheck verifyLong(String token, long now) {
        int dot = token.length() - MAC_TEXT_LENGTH - 1;
        if (dot <= PREFIX.length() || token.charAt(dot) != '.') {
            return new Invalid(MALFORMED);
        }
        String payloadText = token.substring(PREFIX.length(), dot);
        return isSame(macText(payloadText), token.substring(dot + 1))
                ? payload.check(payloadText, now)
                : new Invalid(BAD_MAC);
    }

    private String macText(String payloadText) {
        return Base64Url.encode(longMac.sign(payloadText.getBytes(UTF_8)));
    }

    /** Compares in constant time. Compares the text, because different texts decode to the same mac. */
    private static boolean isSame(String expected, String presented) {
        return MessageDigest.isEqual(expected.getBytes(US_ASCII), presented.getBytes(UTF_8));
    }

    /** Verifies a text that has the length of the compact form. */
    TokenCheck verifyCompact(String token, long now) {
        return decodeCompact(token)
                .map(compact -> verifyCompact(token, compact, now))
                .orElse(new Invalid(MALFORMED));
    }

    /** Empty also for text with padding, which is too short then. */
    private static Optional<byte[]> decodeCompact(String token) {
        try {
            return Optional.of(Base64Url.decode(token))
                    .filter(compact -> compact.length == CompactForm.LENGTH && CompactForm.hasVersion(compact));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private TokenCheck verifyCompact(String token, byte[] compact, long now) {
        long expiry = CompactForm.expiry(compact, now);
        if (CompactForm.keyHint(compact) != keyHint || !isSigned(compact, expiry)) {
            return new Invalid(BAD_MAC);
        }
        if (now >= expiry) {
            return new Expired(Instant.ofEpochSecond(expiry));
        }
        return new Valid(new InstallClaim(
                CompactForm.user(compact),
                CompactForm.template(compact),
                token.substring(CompactForm.JTI_AT),
                Instant.ofEpochSecond(expiry)));
    }

    private boolean isSigned(byte[] compact, long expiry) {
        byte[] mac = compactMac.sign(CompactForm.signed(compact, expiry));
        return MessageDigest.isEqual(CompactForm.shortened(mac), CompactForm.mac(compact));
    }
}
