package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sets up the homeserver once it answers: creates the bot user, and asks the homeserver to call Gatehouse. A failure
 * does not affect readiness: a load balancer routes the homeserver's calls only to nodes that are ready.
 */
@ApplicationScoped
class HomeserverSetup {

    private static final Logger LOG = Logger.getLogger(HomeserverSetup.class.getName());
    private static final Duration PING_INTERVAL = Duration.ofMinutes(1);

    private HomeserverClient client;
    private HomeserverUsers users;
    private Settings settings;
    private Ids ids;
    private InstantSource clock;

    private boolean botCreated;
    private boolean pinged;
    private Instant nextPing = Instant.MIN;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected HomeserverSetup() {}

    @Inject
    HomeserverSetup(HomeserverClient client, HomeserverUsers users, Settings settings, Ids ids, InstantSource clock) {
        this.client = client;
        this.users = users;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Performs the steps that have not succeeded yet. Called by one thread at a time, whenever the homeserver answered.
     */
    void run() {
        MatrixSettings matrix = settings.matrix().orElseThrow();
        botCreated = botCreated || createBot(matrix);
        if (!pinged && !clock.instant().isBefore(nextPing)) {
            pinged = ping(matrix);
            nextPing = clock.instant().plus(PING_INTERVAL);
        }
    }

    private boolean createBot(MatrixSettings matrix) {
        if (client.ask(MatrixRequest.get("versions")) instanceof Ok ok) {
            LOG.log(Level.INFO, "The homeserver {0} supports Matrix {1}", new Object[] {
                matrix.homeserver(), newest(ok.body())
            });
        }
        HomeserverAnswer<Void> bot = users.ensure(matrix.botUserId(), null);
        if (!(bot instanceof Done)) {
            LOG.log(Level.WARNING, "The bot {0} cannot be created: {1}", new Object[] {matrix.botUserId(), bot});
            return false;
        }
        return true;
    }

    private static String newest(JsonObject versions) {
        return versions.get("versions") instanceof JsonArray list && !list.isEmpty()
                ? list.get(list.size() - 1).toString()
                : "without versions";
    }

    /** Asks the homeserver to call Gatehouse (Matrix application service API, "Pinging"). */
    private boolean ping(MatrixSettings matrix) {
        String body = JsonObjects.builder()
                .add("transaction_id", ids.next().toString())
                .build()
                .toString();
        MatrixReply reply = client.ask(MatrixRequest.post(body, "v1", "appservice", matrix.appserviceId(), "ping"));
        if (reply instanceof Ok) {
            LOG.log(Level.INFO, "The homeserver reaches Gatehouse at {0}", matrix.appserviceUrl());
            return true;
        }
        LOG.log(
                Level.WARNING,
                "The homeserver does not reach Gatehouse at {0}, so no events arrive from it: {1}",
                new Object[] {matrix.appserviceUrl(), reason(reply)});
        return false;
    }

    private static String reason(MatrixReply reply) {
        return reply instanceof Failed failed ? failed.errcode() : ((Unavailable) reply).why();
    }
}
