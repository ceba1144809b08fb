package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.SnapshotResult.Drift;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The difference between a host's agents and its snapshot, by alias; with {@code dry_run}, the difference that there
 * would be.
 */
record DriftAnswer(
        @Schema(
                description = "The last registration considered; sent with the next snapshot, it protects agents that "
                        + "register in between")
        long generation,

        @Schema(description = "Advertised: named, or registered after the snapshot")
        List<String> active,

        @Schema(description = "The same, but the host's lease has expired")
        List<String> stale,

        @Schema(description = "No longer named, and therefore retired")
        List<String> retired,

        @Schema(description = "Named, but neither active nor stale: they must register")
        List<String> unregistered,

        @Schema(description = "The retired ones that were advertised as active until now")
        List<String> phantom) {

    static DriftAnswer from(Drift drift) {
        return new DriftAnswer(
                drift.generation(),
                drift.active(),
                drift.stale(),
                drift.retired(),
                drift.unregistered(),
                drift.phantom());
    }
}
