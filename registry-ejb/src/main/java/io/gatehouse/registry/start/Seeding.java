package io.gatehouse.registry.start;

import io.gatehouse.contract.health.DatabaseOpened;
import io.gatehouse.registry.token.FirstHostToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the rows that a deployment cannot do without, once the database is there. */
@ApplicationScoped
class Seeding {

    private static final Logger LOG = Logger.getLogger(Seeding.class.getName());

    @Inject
    FirstHostToken firstHostToken;

    void seed(@Observes DatabaseOpened opened) {
        firstHostToken
                .ensure()
                .ifPresent(token ->
                        LOG.log(Level.INFO, "The first host token, for every host; it is shown this once: {0}", token));
    }
}
