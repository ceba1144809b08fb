package io.gatehouse.registry.matrix;

import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Calls the homeserver once, bypassing retries and circuit breaker: checks whether it answers, knows the token, and
 * uses the configured server name.
 */
@Dependent
class HomeserverProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HomeserverHttp http;
    private final Settings settings;

    @Inject
    HomeserverProbe(HomeserverHttp http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    Readiness check() {
        try {
            return readiness(http.exchange(MatrixRequest.get("v3", "account", "whoami"), TIMEOUT));
        } catch (HomeserverOutageException e) {
            return new Readiness.Down(e.reply().why());
        }
    }

    private Readiness readiness(MatrixReply reply) {
        if (reply instanceof Ok ok) {
            return readiness(ok.body().getString("user_id", "nobody"));
        }
        if (reply instanceof Failed failed) {
            return new Readiness.Down(
                    failed.status() == 401
                            ? "it does not know the as_token; it needs the registration file of this configuration"
                            : "it answers " + failed.errcode());
        }
        return new Readiness.Down(((MatrixReply.Unavailable) reply).why());
    }

    private Readiness readiness(String user) {
        String bot = settings.matrix().map(MatrixSettings::botUserId).orElseThrow();
        return user.equals(bot)
                ? new Readiness.Up()
                : new Readiness.Down("it calls the bot " + user + " and not " + bot
                        + "; it needs the registration file of this configuration");
    }
}
