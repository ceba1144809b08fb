package io.gatehouse.contract.install;

import java.util.List;
import java.util.UUID;

/**
 * @param publisher the name of the publishing organization
 * @param channels wire names of the platforms on which the template can be reached
 * @param brings the items that an install adds to the user's organization
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

    /** @param kind the wire name, such as {@code entity_type} */
    public record Item(String kind, String slug, String name) {}
}
