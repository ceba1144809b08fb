package io.gatehouse.web.api.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tokens were revoked. */
record RevokedAnswer(
        @Schema(description = "Not counting those that were revoked before")
        int revoked) {}
