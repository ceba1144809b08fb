package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.HostSnapshot;
import io.gatehouse.contract.registry.HostSnapshot.NamedAgent;
import io.gatehouse.web.edge.json.JsonBody;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code PUT /bridge/v1/hosts/{host}/bindings}. */
@Schema(requiredProperties = "agents")
record SnapshotRequest(
        @Schema(
                description = "The last registration that the snapshot considers: later ones are not affected. If "
                        + "missing, all so far")
        @Nullable Long generation,

        @Schema(description = "All agents that the host is configured to run, each alias once; at most 20,000")
        List<NamedEntry> agents) {

    private static final int MAX_AGENTS = 20_000;

    static SnapshotRequest from(JsonBody body) {
        Set<String> aliases = new HashSet<>();
        SnapshotRequest request = new SnapshotRequest(
                NameFields.generation(body),
                body.objects("agents", MAX_AGENTS, agent -> NamedEntry.from(agent, aliases)));
        body.refuseFaults();
        return request;
    }

    HostSnapshot snapshot() {
        return new HostSnapshot(
                generation,
                agents.stream()
                        .map(agent -> new NamedAgent(agent.alias(), agent.displayName()))
                        .toList());
    }

    /** An agent that the host is configured to run. */
    @Schema(name = "ConfiguredAgent", requiredProperties = "alias")
    record NamedEntry(
            @Schema(description = "[a-z0-9][a-z0-9._-]*") String alias,

            @JsonbProperty("display_name")
            @Schema(name = "display_name", description = "For comparison only; an agent is renamed by registering it")
            @Nullable String displayName) {

        private static NamedEntry from(JsonBody agent, Set<String> aliases) {
            NamedEntry entry = new NamedEntry(NameFields.part(agent, "alias"), NameFields.displayName(agent));
            if (!entry.alias.isBlank() && !aliases.add(entry.alias)) {
                agent.fault("alias", "is named twice");
            }
            return entry;
        }
    }
}
