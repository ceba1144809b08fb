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

    /** The raw text goes to the person who started the server; the log knows the token by its id and last four. */
    private void announce(FirstHostToken.Made made) {
        console.show("The first host token, for every host; it is shown this once: "
                + made.text().reveal());
        LOG.log(
                Level.INFO,
                "Made the first host token, id {0}, ending in {1}; its text is on the console and nowhere else",
                new Object[] {made.id(), made.text().lastFour()});
    }
}
