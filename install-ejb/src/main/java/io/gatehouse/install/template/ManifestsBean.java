package io.gatehouse.install.template;

import io.gatehouse.contract.install.Manifest;
import io.gatehouse.contract.install.Manifests;
import io.gatehouse.install.template.TemplateLookup.Found;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads what a landing page shows, in one transaction. */
@Stateless
@Local(Manifests.class)
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
