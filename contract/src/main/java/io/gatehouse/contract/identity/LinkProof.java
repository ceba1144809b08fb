package io.gatehouse.contract.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a link rests on.
 *
 * @param organizationId by whose connection the account was heard; null for the deployment's own ways
 * @param cameWith the link beside which the platform named the account; null where it stands for itself
 */
public record LinkProof(
        LinkSource source,
        @Nullable UUID organizationId,
        @Nullable UUID cameWith) {

    /** By the deployment itself. */
    public static LinkProof of(LinkSource source) {
        return new LinkProof(source, null, null);
    }
}
