package io.gatehouse.contract.install;

import java.util.List;
import java.util.UUID;

/**
 * @param publisher the name of the publishing organization
 * @param channels the platforms, as on the wire, on which the template can be reached
 * @param brings what installing adds to the user's organization
 */
public record Manifest(
        String slug,
        UUID templateAgentId,
        String name,
        String description,
        String publisher,
        List<String> channels,
        List<Item> brings) {

    public Manifest {
        channels = List.copyOf(channels);
        brings = List.copyOf(brings);
    }

    /** A blueprint item; the kind as on the wire, as in {@code entity_type}. */
    public record Item(String kind, String slug, String name) {}
}
