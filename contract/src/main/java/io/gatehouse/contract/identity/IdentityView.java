package io.gatehouse.contract.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity as its user sees it.
 *
 * @param namespace on the wire, as in {@code wa_jid}
 * @param source how the link came about, in lower case, as in {@code claim}
 * @param verifiedAt null while nobody has proved that the account is the user's
 */
public record IdentityView(
        UUID id,
        String namespace,
        String identifier,
        String source,
        Instant linkedAt,
        @Nullable Instant verifiedAt) {}
