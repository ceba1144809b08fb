package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.InstallClaim;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.text.Base64Url;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A genuine install token in the form that is stored and audited. It is identified by the hash of its jti: as long as
 * the token is unspent, the jti itself is nearly as sensitive as the token.
 *
 * @param id SHA-256 of the jti, in base64url; can be spent once
 * @param lastFour the last four characters of the jti, for people to tell tokens apart
 */
public record PresentedToken(UserId user, UUID template, String id, String lastFour, Instant expiresAt) {

    private static final int SHOWN = 4;

    public static PresentedToken of(InstallClaim claim) {
        String jti = claim.jti();
        return new PresentedToken(
                claim.user(),
                claim.template(),
                hash(jti),
                jti.substring(Math.max(0, jti.length() - SHOWN)),
                claim.expiresAt());
    }

    private static String hash(String jti) {
        return Base64Url.encode(Sha256.of(jti.getBytes(StandardCharsets.US_ASCII)));
    }
}
