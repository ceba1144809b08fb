package io.gatehouse.registry.operation.start;

import io.gatehouse.contract.health.DatabaseOpened;
import io.gatehouse.registry.credential.token.FirstHostToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Creates the rows that every deployment needs, once the database is open. */
@ApplicationScoped
class Seeding {

    private static final Logger LOG = Logger.getLogger(Seeding.class.getName());

    private FirstHostToken firstHostToken;
    private Console console;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Seeding() {}

    @Inject
    Seeding(FirstHostToken firstHostToken, Console console) {
        this.firstHostToken = firstHostToken;
        this.console = console;
    }

    void seed(@Observes DatabaseOpened opened) {
        firstHostToken.ensure().ifPresent(this::announce);
    }

    /**
     * Shows the token's text to the person who started the server; the log contains only its id and last four
     * characters.
     */
    private void announce(FirstHostToken.CreatedToken created) {
        console.show("The first host token, for every host; it is shown this once: "
                + created.text().reveal());
        LOG.log(
                Level.INFO,
                "Created the first host token, id {0}, ending in {1}; only the console shows its text",
                new Object[] {created.id(), created.text().lastFour()});
    }
}
