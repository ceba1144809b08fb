package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenCheck.Reason.BAD_MAC;
import static io.gatehouse.install.token.TokenCheck.Reason.MALFORMED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.TokenCheck.Expired;
import io.gatehouse.install.token.TokenCheck.Invalid;
import io.gatehouse.install.token.TokenCheck.Valid;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/** Signs and verifies install tokens with one key, for one audience. */
final class TokenSigner {

    static final String PREFIX = "install:";
    static final int MAC_TEXT_LENGTH = 43;

    private final TokenKey key;
    private final String audience;
    private final Payload payload;
    private final HmacSha256 longMac;
    private final int headLength;
    private final HmacSha256 macAfterHead;
    private final HmacSha256 compactMac;
    private final Pool<Scratch> pool;

    TokenSigner(TokenKey key, String audience) {
        this.key = key;
        this.audience = audience;
        this.payload = new Payload(key.id(), audience);
        this.longMac = key.longMac();
        byte[] head = payload.textHead();
        this.headLength = head.length;
        this.macAfterHead = longMac.after(head);
        this.compactMac = key.compactMac(audience);
        this.pool = new Pool<>(this::scratch);
    }

    MintedToken mint(UserId user, UUID template, int nonce, long issued, long expiry) {
        Scratch s = pool.take();
        CompactForm.writeSigned(key.hint(), user, template, nonce, expiry, s.signed);
        compactMac.sign(s.signed, 0, s.signed.length, s.mac);
        CompactForm.write(s.signed, s.mac, s.compact);
        Base64Url.ENCODER.encode(s.compact, s.compactText);
        String compactForm = new String(s.compactText, ISO_8859_1);

        payload.write(user.value(), template, issued, expiry, s.compactText, CompactForm.JTI_AT, s.json);
        String longForm = sign(s);
        pool.giveBack(s);
        return new MintedToken(
                longForm, compactForm, Instant.ofEpochSecond(expiry), compactForm.substring(CompactForm.JTI_AT));
    }

    private String sign(Scratch s) {
        Base64Url.ENCODER.encode(s.json, s.payloadText);
        macAfterHead.sign(s.payloadText, headLength, s.payloadText.length - headLength, s.mac);
        Base64Url.ENCODER.encode(s.mac, s.macText);
        int dot = PREFIX.length() + s.payloadText.length;
        System.arraycopy(s.payloadText, 0, s.token, PREFIX.length(), s.payloadText.length);
        System.arraycopy(s.macText, 0, s.token, dot + 1, MAC_TEXT_LENGTH);
        return new String(s.token, ISO_8859_1);
    }

    /** Verifies a text that starts with the prefix and is not longer than a token may be. */
    TokenCheck verifyLong(String token, long now) {
        int dot = token.length() - MAC_TEXT_LENGTH - 1;
        int payloadLength = dot - PREFIX.length();
        if (payloadLength < 1 || token.charAt(dot) != '.') {
            return new Invalid(MALFORMED);
        }
        Scratch s = pool.take();
        TokenCheck check;
        if (!s.presented.read(token)) {
            check = new Invalid(MALFORMED);
        } else if (!isSigned(payloadLength, s)) {
            check = new Invalid(BAD_MAC);
        } else {
            check = checkPayload(payloadLength, s, now);
        }
        pool.giveBack(s);
        return check;
    }

    private boolean isSigned(int payloadLength, Scratch s) {
        longMac.sign(s.presented.bytes(), PREFIX.length(), payloadLength, s.mac);
        s.presented.copy(PREFIX.length() + payloadLength + 1, s.presentedMacText);
        return Base64Url.decode(s.presentedMacText, s.presentedMac) && MessageDigest.isEqual(s.mac, s.presentedMac);
    }

    private TokenCheck checkPayload(int payloadLength, Scratch s, long now) {
        if (payloadLength != s.payloadText.length) {
            return checkOther(payloadLength, s, now);
        }
        s.presented.copy(PREFIX.length(), s.payloadText);
        Base64Url.DECODER.decode(s.payloadText, s.decoded);
        InstallClaim claim = payload.read(s.decoded, s.json);
        if (claim == null) {
            return checkOther(payloadLength, s, now);
        }
        return now < claim.expiresAt().getEpochSecond() ? new Valid(claim) : new Expired(claim.expiresAt());
    }

    private TokenCheck checkOther(int payloadLength, Scratch s, long now) {
        byte[] text = new byte[payloadLength];
        s.presented.copy(PREFIX.length(), text);
        return new OtherPayload(key.id(), audience).check(text, now);
    }

    /** Verifies a text that has the length of the compact form. */
    TokenCheck verifyCompact(String token, long now) {
        Scratch s = pool.take();
        TokenCheck check = decodeCompact(token, s) ? checkCompact(token, s, now) : new Invalid(MALFORMED);
        pool.giveBack(s);
        return check;
    }

    private static boolean decodeCompact(String token, Scratch s) {
        if (!s.presented.read(token)) {
            return false;
        }
        s.presented.copy(0, s.compactText);
        return Base64Url.decode(s.compactText, s.compact);
    }

    private TokenCheck checkCompact(String token, Scratch s, long now) {
        byte[] compact = s.compact;
        if (!CompactForm.hasVersion(compact)) {
            return new Invalid(MALFORMED);
        }
        long expiry = CompactForm.expiry(compact, now);
        if (CompactForm.keyHint(compact) != key.hint() || !isSigned(compact, expiry, s)) {
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

    private boolean isSigned(byte[] compact, long expiry, Scratch s) {
        CompactForm.writeSigned(compact, expiry, s.signed);
        compactMac.sign(s.signed, 0, s.signed.length, s.mac);
        System.arraycopy(s.mac, 0, s.shortMac, 0, CompactForm.MAC_LENGTH);
        CompactForm.readMac(compact, s.presentedShortMac);
        return MessageDigest.isEqual(s.shortMac, s.presentedShortMac);
    }

    private Scratch scratch() {
        Scratch s = new Scratch(payload.blank());
        byte[] prefix = PREFIX.getBytes(ISO_8859_1);
        System.arraycopy(prefix, 0, s.token, 0, prefix.length);
        s.token[prefix.length + s.payloadText.length] = '.';
        return s;
    }
}
