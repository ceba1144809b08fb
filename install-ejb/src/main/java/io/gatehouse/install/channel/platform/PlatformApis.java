package io.gatehouse.install.channel.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.ConnectionProbe;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.kernel.outage.OutageLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;

/** The APIs of all platforms. Calls block on the network: they must not be made inside a transaction. */
@ApplicationScoped
public class PlatformApis implements ConnectionProbe {

    private static final Logger LOG = Logger.getLogger(PlatformApis.class.getName());
    private static final int MAX_CONNECTIONS = 1_000;

    private final Map<Platform, PlatformApi> apis = new EnumMap<>(Platform.class);
    private final Cache<UUID, OutageLog> outages =
            Caffeine.newBuilder().maximumSize(MAX_CONNECTIONS).build();

    /** For the container's proxy. */
    protected PlatformApis() {}

    @Inject
    PlatformApis(@Any Instance<PlatformApi> apis) {
        this((Iterable<PlatformApi>) apis);
    }

    PlatformApis(Iterable<PlatformApi> apis) {
        apis.forEach(api -> this.apis.put(api.platform(), api));
    }

    @Override
    public ConnectionCheck ask(OpenConnection connection) {
        return of(connection.platform()).check(connection);
    }

    /**
     * Sends a message once. Failed messages are retried by the outbox; that a platform does not accept messages is
     * logged once per outage, not for each message.
     */
    public Delivery send(OpenConnection connection, Outgoing message) {
        Delivery delivery = of(connection.platform()).send(connection, message);
        OutageLog outages = outages(connection);
        if (delivery instanceof Delivery.NotYet notYet) {
            outages.failed(notYet.why());
        } else if (!(delivery instanceof Delivery.Unknown)) {
            outages.answered();
        }
        return delivery;
    }

    private OutageLog outages(OpenConnection connection) {
        return outages.get(
                connection.id(), id -> new OutageLog(LOG, connection.platform() + ", for the connection " + id + ","));
    }

    /** Returns the maximum length of one message on the platform, in UTF-16 units. */
    public int maxTextLength(Platform platform) {
        return of(platform).maxTextLength();
    }

    private PlatformApi of(Platform platform) {
        PlatformApi api = apis.get(platform);
        if (api == null) {
            throw new IllegalStateException("there is no API client for " + platform);
        }
        return api;
    }
}
