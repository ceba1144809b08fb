package io.gatehouse.registry.homeserver;

import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Picks the homeserver of this deployment: Matrix where an address is configured, local rooms otherwise. */
@ApplicationScoped
class HomeserverChoice {

    @Inject
    Settings settings;

    @Inject
    @Adapter(Adapter.Kind.LOCAL_ROOMS)
    Instance<Homeserver> localRooms;

    @Inject
    @Adapter(Adapter.Kind.MATRIX)
    Instance<Homeserver> matrix;

    @Produces
    @ApplicationScoped
    Homeserver homeserver() {
        return settings.matrix().isPresent() ? matrix.get() : localRooms.get();
    }
}
