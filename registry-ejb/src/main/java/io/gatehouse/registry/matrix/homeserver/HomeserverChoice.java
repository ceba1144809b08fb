package io.gatehouse.registry.matrix.homeserver;

import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Selects the homeserver of this deployment: Matrix if an address is configured, otherwise local rooms. */
@ApplicationScoped
class HomeserverChoice {

    private Settings settings;
    private Instance<Homeserver> localRooms;
    private Instance<Homeserver> matrix;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected HomeserverChoice() {}

    @Inject
    HomeserverChoice(
            Settings settings,
            @Adapter(Adapter.Kind.LOCAL_ROOMS) Instance<Homeserver> localRooms,
            @Adapter(Adapter.Kind.MATRIX) Instance<Homeserver> matrix) {
        this.settings = settings;
        this.localRooms = localRooms;
        this.matrix = matrix;
    }

    @Produces
    @ApplicationScoped
    Homeserver homeserver() {
        return settings.matrix().isPresent() ? matrix.get() : localRooms.get();
    }
}
