package io.gatehouse.web.api.admin;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.web.edge.json.JsonBody;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The scopes and the validity of a new host token or signing key. */
@Schema(requiredProperties = "scopes")
record CredentialRequest(
        @Schema(description = "bridge, or chat:claim, or both")
        List<String> scopes,

        @Schema(description = "Missing if it does not expire") @Nullable Instant expiresAt) {

    private static final int MAX_SCOPES = 20;
    private static final int MAX_SCOPE_LENGTH = 100;

    static CredentialRequest from(JsonBody body, Instant now) {
        CredentialRequest request = new CredentialRequest(
                body.optionalTexts("scopes", MAX_SCOPES, MAX_SCOPE_LENGTH), body.optionalTime("expiresAt"));
        if (request.scopes.isEmpty()
                || !request.scopes.stream().map(HostScope::of).allMatch(Optional::isPresent)) {
            body.fault(
                    "scopes",
                    "must be some of "
                            + Arrays.stream(HostScope.values())
                                    .map(HostScope::wireName)
                                    .collect(Collectors.joining(", ")));
        }
        if (request.expiresAt != null && !request.expiresAt.isAfter(now)) {
            body.fault("expiresAt", "must be in the future");
        }
        body.refuseFaults();
        return request;
    }

    Set<HostScope> hostScopes() {
        return scopes.stream().map(HostScope::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
