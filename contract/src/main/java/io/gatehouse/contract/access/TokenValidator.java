package io.gatehouse.contract.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Judges opaque bearer tokens: host tokens ({@code mhst_…}) and agent tokens ({@code magt_…}).
 *
 * <p>A token that this node revoked is refused from before the revocation was acknowledged, one that another node revoked
 * within a second. Where that cannot be held, because the database does not answer, the check fails with the database's
 * exception; a token is never refused for an outage, and never let through for one.
 *
 * <p>Must not be called inside a transaction that ends tokens.
 */
public interface TokenValidator {

    /** A token with a wrong prefix or checksum is refused without a look-up. */
    TokenCheck check(String token);

    /** The token of that id, as it stands now: for what was derived from a token, and ends with it. */
    TokenCheck check(UUID tokenId);

    /** More of a token than its bearer's calls need; looking at it is no use of it. Empty if it may not be used. */
    Optional<TokenDetails> inspect(String token);

    /** The same, by the token's id. */
    Optional<TokenDetails> inspect(UUID tokenId);
}
