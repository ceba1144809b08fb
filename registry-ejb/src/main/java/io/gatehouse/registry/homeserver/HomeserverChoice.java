package io.gatehouse.registry.homeserver;

import io.gatehouse.domain.config.ConfigurationException;
import io.gatehouse.domain.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Picks the homeserver of this deployment: Matrix where an address is configured, local rooms otherwise. */
@ApplicationScoped
class HomeserverChoice {

    private static final String HOMESERVER_URL = "gatehouse.matrix.homeserver-url";

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
        if (settings.text(HOMESERVER_URL).isEmpty()) {
            return localRooms.get();
        }
        if (matrix.isUnsatisfied()) {
            throw new ConfigurationException(HOMESERVER_URL + " is set, and nothing here talks to a homeserver");
        }
        return matrix.get();
    }
}
