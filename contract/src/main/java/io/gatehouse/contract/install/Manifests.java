package io.gatehouse.contract.install;

import java.util.Optional;

/** What a landing page needs to know of a template. */
public interface Manifests {

    /** The manifest of the template that the organization with this slug publishes; empty if it is private or has none. */
    Optional<Manifest> find(String slug);
}
