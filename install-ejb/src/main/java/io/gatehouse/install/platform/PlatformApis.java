package io.gatehouse.install.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.domain.account.Platform;
import io.gatehouse.install.connection.ConnectionProbe;
import io.gatehouse.install.connection.OpenConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** All platforms. Waits for the network: not to be called inside a transaction. */
@ApplicationScoped
public class PlatformApis implements ConnectionProbe {

    private final Map<Platform, PlatformApi> apis = new EnumMap<>(Platform.class);

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

    public Delivery send(OpenConnection connection, Outgoing message) {
        return of(connection.platform()).send(connection, message);
    }

    /** The most UTF-16 units that one message on the platform holds. */
    public int longestText(Platform platform) {
        return of(platform).longestText();
    }

    private PlatformApi of(Platform platform) {
        PlatformApi api = apis.get(platform);
        if (api == null) {
            throw new IllegalStateException("nothing here speaks to " + platform);
        }
        return api;
    }
}
