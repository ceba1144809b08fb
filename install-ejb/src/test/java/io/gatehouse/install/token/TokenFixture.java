package io.gatehouse.install.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.TokenCheck.Invalid;
import io.gatehouse.install.token.TokenCheck.Reason;
import io.gatehouse.install.token.TokenCheck.Valid;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A deployment that mints and verifies tokens, at a time that the test sets. */
final class TokenFixture {

    static final Duration TTL = Duration.ofMinutes(15);
    static final String AUDIENCE = "https://gatehouse.example";
    static final UserId USER = UserId.of("https://issuer.example", "alice");
    static final UUID TEMPLATE = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final byte[] KEY = key(1);
    static final byte[] OTHER_KEY = key(2);

    Instant now = NOW;
    final InstallTokens tokens = deployment(InstallTokenKeys.of(KEY), AUDIENCE);

    InstallTokens deployment(InstallTokenKeys keys, String audience) {
        return new InstallTokens(keys, audience, TTL, (InstantSource) () -> now, new Random(42));
    }

    static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    /** Returns the long form of any payload with a valid mac, computed from the contract instead of by our code. */
    static String signed(String payload) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8));
        return "install:" + text + "." + mac(text);
    }

    static String mac(String payloadText) {
        try {
            // HKDF for one block (RFC 5869): extract without a salt, then expand.
            byte[] prk = hmac(new byte[32], KEY);
            byte[] macKey = hmac(prk, "gatehouse/install-token/v1\u0001".getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(macKey, payloadText.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String payloadOf(String longForm) {
        String text = longForm.substring("install:".length(), longForm.indexOf('.'));
        return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    static InstallClaim valid(TokenCheck check) {
        assertThat(check).isInstanceOf(Valid.class);
        return ((Valid) check).claim();
    }

    static Reason reason(TokenCheck check) {
        assertThat(check).isInstanceOf(Invalid.class);
        return ((Invalid) check).reason();
    }
}
