package io.gatehouse.web.api.admin;

import io.gatehouse.web.edge.json.JsonBody;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a token is replaced; an empty object stands for the configured overlap. */
record RotationRequest(
        @Schema(
                description = "How many seconds the old token remains valid, at most 2592000; default "
                        + "gatehouse.token.overlap")
        @Nullable Long overlapSeconds) {

    private static final long MAX_OVERLAP_SECONDS = Duration.ofDays(30).toSeconds();

    static RotationRequest from(JsonBody body) {
        long seconds = body.optionalCount("overlapSeconds", MAX_OVERLAP_SECONDS, -1);
        body.refuseFaults();
        return new RotationRequest(seconds < 0 ? null : seconds);
    }

    @Nullable Duration overlap() {
        return overlapSeconds == null ? null : Duration.ofSeconds(overlapSeconds);
    }
}
