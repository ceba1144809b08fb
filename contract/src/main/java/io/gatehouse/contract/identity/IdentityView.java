package io.gatehouse.contract.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity, as shown to its user.
 *
 * @param namespace the wire name, such as {@code wa_jid}
 * @param displayName the owner's name, for people only; set if the identifier means nothing to people and the platform
 *     sent a name
 * @param source how the link was made, in lower case, such as {@code claim}
 * @param verifiedAt null until it is proved that the account is the user's
 * @param confirmationCode the digits that the account must answer with if a YES alone would be ambiguous; null for an
 *     active link
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
