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
 * One look at the homeserver, past retries and circuit breaker: whether it answers, knows the token, and has the name
 * that is configured.
 */
@Dependent
class HomeserverProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HomeserverHttp http;
    private final Settings settings;

    @Inject
    HomeserverProbe(HomeserverHttp http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    Readiness look() {
        try {
            return judge(http.exchange(MatrixRequest.get("v3", "account", "whoami"), PATIENCE));
        } catch (HomeserverOutageException e) {
            return new Readiness.Down(e.reply().why());
        }
    }

    private Readiness judge(MatrixReply reply) {
        if (reply instanceof Ok ok) {
            return judge(ok.body().getString("user_id", "nobody"));
        }
        if (reply instanceof Failed failed) {
            return new Readiness.Down(
                    failed.status() == 401
                            ? "it does not know the as_token; it needs the registration file of this configuration"
                            : "it answers " + failed.errcode());
        }
        return new Readiness.Down(((MatrixReply.Unavailable) reply).why());
    }

    private Readiness judge(String user) {
        String bot = settings.matrix().map(MatrixSettings::botUserId).orElseThrow();
        return user.equals(bot)
                ? new Readiness.Up()
                : new Readiness.Down("it calls the bot " + user + " and not " + bot
                        + "; it needs the registration file of this configuration");
    }
}
