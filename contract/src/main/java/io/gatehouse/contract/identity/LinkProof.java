package io.gatehouse.contract.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a link.
 *
 * @param organizationId the organization whose connection received the proof; null for the deployment's own ways
 * @param cameWith the link beside which the platform named the account; null if the account was proved by itself
 */
public record LinkProof(
        LinkSource source,
        @Nullable UUID organizationId,
        @Nullable UUID cameWith) {

    /** A proof by the deployment itself. */
    public static LinkProof of(LinkSource source) {
        return new LinkProof(source, null, null);
    }
}
