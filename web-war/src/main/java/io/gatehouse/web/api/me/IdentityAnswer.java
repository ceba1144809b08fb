package io.gatehouse.web.api.me;

import io.gatehouse.contract.identity.IdentityView;
import io.gatehouse.contract.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A platform account of the user. Until it is proved to be theirs, {@code verified} is false, {@code verifiedAt} is
 * missing, and no messages are routed by it.
 */
record IdentityAnswer(
        UUID id,
        String namespace,
        String identifier,

        @Schema(
                description = "The owner's name if the identifier means nothing to people, for instance a WhatsApp "
                        + "username; as of when the account was linked")
        @Nullable String displayName,

        String source,
        Instant linkedAt,
        boolean verified,
        @Nullable Instant verifiedAt,

        @Schema(
                description =
                        "Until it is verified: the digits that its chat must add to YES if YES alone is ambiguous",
                pattern = "^[0-9]{4}$",
                example = "4821")
        @Nullable String confirmationCode) {

    static IdentityAnswer from(IdentityView view) {
        return new IdentityAnswer(
                view.id(),
                view.namespace(),
                view.identifier(),
                view.displayName(),
                view.source(),
                view.linkedAt(),
                view.verifiedAt() != null,
                view.verifiedAt(),
                view.confirmationCode());
    }

    record Listing(
            List<IdentityAnswer> identities, @Nullable String nextCursor) {

        static Listing from(Page<IdentityView> page) {
            return new Listing(page.items().stream().map(IdentityAnswer::from).toList(), page.nextCursor());
        }
    }
}
