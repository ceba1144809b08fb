package io.gatehouse.web.api.install;

import io.gatehouse.contract.install.Manifest;
import java.util.List;
import java.util.UUID;

/** A template as described on its landing page. */
record ManifestAnswer(
        String slug,
        UUID templateAgentId,
        String name,
        String description,
        String publisher,
        List<String> channels,
        List<Item> brings) {

    static ManifestAnswer from(Manifest manifest) {
        return new ManifestAnswer(
                manifest.slug(),
                manifest.templateAgentId(),
                manifest.name(),
                manifest.description(),
                manifest.publisher(),
                manifest.channels(),
                manifest.brings().stream()
                        .map(item -> new Item(item.kind(), item.slug(), item.name()))
                        .toList());
    }

    record Item(String kind, String slug, String name) {}
}
