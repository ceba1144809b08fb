package io.gatehouse.install.catalog.template;

import io.gatehouse.contract.install.Manifest;
import io.gatehouse.contract.install.Manifests;
import io.gatehouse.install.catalog.template.TemplateLookup.Found;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads the data of a landing page, in one transaction. */
@ApplicationScoped
@RetriedTransaction
public class ManifestsBean implements Manifests {

    private TemplateStore templates;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ManifestsBean() {}

    @Inject
    public ManifestsBean(TemplateStore templates) {
        this.templates = templates;
    }

    @Override
    public Optional<Manifest> find(String slug) {
        return templates.find(slug) instanceof Found found ? Optional.of(manifest(found.template())) : Optional.empty();
    }

    private Manifest manifest(Template template) {
        String description = template.description();
        return new Manifest(
                template.slug(),
                template.agentId(),
                template.name(),
                description == null ? "" : description,
                template.publisher(),
                templates.channels(template.agentId()).stream()
                        .map(channel -> channel.platform().wireName())
                        .distinct()
                        .sorted()
                        .toList(),
                templates.items(template.publisherId()).stream()
                        .map(item -> new Manifest.Item(item.kind().wireName(), item.slug(), item.name()))
                        .toList());
    }
}
