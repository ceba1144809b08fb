package io.gatehouse.contract.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Validates opaque bearer tokens: host tokens ({@code mhst_…}) and agent tokens ({@code magt_…}).
 *
 * <p>A token that this node revoked is refused before the revocation is acknowledged; one that another node revoked,
 * within a second. If the database does not answer, so that this cannot be guaranteed, the check fails with the
 * database's exception: an outage neither refuses nor accepts a token.
 *
 * <p>Must not be called inside a transaction that revokes tokens.
 */
public interface TokenValidator {

    /** Validates the token. One with a wrong prefix or checksum is refused without a look-up. */
    TokenCheck check(String token);

    /** Validates the token with this id at this moment, for credentials that were derived from it and end with it. */
    TokenCheck check(UUID tokenId);

    /** Returns the details of a valid token; does not count as a use of it. Empty if the token is not valid. */
    Optional<TokenDetails> inspect(String token);

    /** Same, by the token's id. */
    Optional<TokenDetails> inspect(UUID tokenId);
}
