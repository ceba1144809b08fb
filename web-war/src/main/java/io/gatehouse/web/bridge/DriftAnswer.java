package io.gatehouse.web.bridge;

import io.gatehouse.contract.registry.SnapshotResult.Drift;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The difference between a host's agents and its snapshot, by alias; with {@code dry_run}, the difference that there
 * would be.
 */
record DriftAnswer(
        @Schema(
                description = "The last registration that this speaks of; sent with the next snapshot, it keeps what"
                        + " registers in between")
        long generation,

        @Schema(description = "Advertised: named, or registered later than the snapshot")
        List<String> active,

        @Schema(description = "The same, but their host gives no sign of life")
        List<String> stale,

        @Schema(description = "No longer named, and retired for it")
        List<String> retired,

        @Schema(description = "Named, and neither active nor stale: they are to register")
        List<String> unregistered,

        @Schema(description = "Those of the retired that were advertised as active until now")
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
