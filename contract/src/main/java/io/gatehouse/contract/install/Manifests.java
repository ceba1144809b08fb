package io.gatehouse.contract.install;

import java.util.Optional;

/** Reads what a landing page shows of a template. */
public interface Manifests {

    /**
     * Returns the manifest of the template that the organization with this slug publishes; empty if the organization is
     * private or publishes none.
     */
    Optional<Manifest> find(String slug);
}
