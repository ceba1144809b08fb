package io.gatehouse.web.api.bridge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tokens a revocation revoked. */
record RevocationAnswer(
        @Schema(description = "How many tokens were newly revoked")
        int revoked) {}
