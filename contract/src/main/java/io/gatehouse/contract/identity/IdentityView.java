package io.gatehouse.contract.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity as its user sees it.
 *
 * @param namespace on the wire, as in {@code wa_jid}
 * @param displayName what its owner is called, where the identifier tells people nothing and the platform said so; for people
 *     to read only
 * @param source how the link came about, in lower case, as in {@code claim}
 * @param verifiedAt null while nobody has proved that the account is the user's
 * @param confirmationCode the digits that the account answers with, where a YES alone leaves in doubt whose it is; null for a link
 *     that is active
 */
public record IdentityView(
        UUID id,
        String namespace,
        String identifier,
        @Nullable String displayName,
        String source,
        Instant linkedAt,
        @Nullable Instant verifiedAt,
        @Nullable String confirmationCode) {

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "IdentityView[" + id + ", " + namespace + "]";
    }
}
