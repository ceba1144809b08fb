package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Creates users in the application service's namespace, and the bot. */
@Dependent
class HomeserverUsers {

    private static final Logger LOG = Logger.getLogger(HomeserverUsers.class.getName());

    private final HomeserverClient client;
    private final AgentDevices devices;
    private final Settings settings;

    @Inject
    HomeserverUsers(HomeserverClient client, AgentDevices devices, Settings settings) {
        this.client = client;
        this.devices = devices;
        this.settings = settings;
    }

    /** Ensures that the user exists, has a device and the display name. */
    HomeserverAnswer<Void> ensure(String userId, @Nullable String displayName) {
        String localpart = localpart(userId);
        if (localpart == null) {
            return new Refused<>(
                    Reason.FORBIDDEN, userId + " is of another server than that of gatehouse.matrix.server-name");
        }
        MatrixReply registered = client.ask(registration(localpart));
        if (registered instanceof Ok ok && !userId.equals(ok.body().getString("user_id", null))) {
            return new Refused<>(
                    Reason.FORBIDDEN,
                    "the homeserver does not call the user " + userId + ": gatehouse.matrix.server-name is another's");
        }
        if (!(registered instanceof Ok) && !registered.isFailure("M_USER_IN_USE")) {
            return MatrixErrors.of(registered);
        }
        MatrixReply device = devices.ensure(userId);
        if (device instanceof Unavailable) {
            return MatrixErrors.of(device);
        }
        warn(userId, "a device: a message may be sent twice if it restarts before a retry", device);
        return displayName == null ? new Done<>(null) : setDisplayName(userId, displayName);
    }

    /** Sets the display name. A refusal is only logged: the user exists all the same. */
    private HomeserverAnswer<Void> setDisplayName(String userId, String displayName) {
        JsonObject body = JsonObjects.builder().add("displayname", displayName).build();
        MatrixReply named = client.ask(MatrixRequest.put(body.toString(), "v3", "profile", userId, "displayname")
                .as(userId));
        if (named instanceof Unavailable) {
            return MatrixErrors.of(named);
        }
        warn(userId, "its display name", named);
        return new Done<>(null);
    }

    private @Nullable String localpart(String userId) {
        String end = ":" + settings.matrix().map(MatrixSettings::serverName).orElseThrow();
        return userId.endsWith(end) ? userId.substring(1, userId.length() - end.length()) : null;
    }

    /** Registers without a login, because newer homeservers refuse logins of application services. */
    private static MatrixRequest registration(String localpart) {
        JsonObject body = JsonObjects.builder()
                .add("type", "m.login.application_service")
                .add("username", localpart)
                .add("inhibit_login", true)
                .build();
        return MatrixRequest.post(body.toString(), "v3", "register");
    }

    private static void warn(String userId, String what, MatrixReply reply) {
        if (reply instanceof Failed failed) {
            LOG.log(Level.WARNING, "The homeserver refuses {0} {1} ({2})", new Object[] {userId, what, failed.errcode()
            });
        }
    }
}
