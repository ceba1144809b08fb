package io.gatehouse.web.page.landing;

import io.gatehouse.contract.install.Manifest;
import io.gatehouse.contract.install.Manifests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the template that a URL names. People type URLs, so the case of the slug does not matter. */
@ApplicationScoped
class Templates {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    @Inject
    Manifests manifests;

    Optional<Manifest> find(String slug) {
        String name = slug.toLowerCase(Locale.ROOT);
        return SLUG.matcher(name).matches() ? manifests.find(name) : Optional.empty();
    }
}
