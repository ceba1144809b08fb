package io.gatehouse.install.channel.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Platforms whose answers a test sets. */
public final class PlatformTwin {

    private final Function<Outgoing, Delivery> send;

    public PlatformTwin(Function<Outgoing, Delivery> send) {
        this.send = send;
    }

    public PlatformApis apis() {
        return new PlatformApis(Arrays.stream(Platform.values())
                .map(Api::new)
                .map(PlatformApi.class::cast)
                .toList());
    }

    private final class Api implements PlatformApi {

        private final Platform platform;

        private Api(Platform platform) {
            this.platform = platform;
        }

        @Override
        public Platform platform() {
            return platform;
        }

        @Override
        public int maxTextLength() {
            return 4096;
        }

        @Override
        public ConnectionCheck check(OpenConnection connection) {
            return new ConnectionCheck(List.of());
        }

        @Override
        public Delivery send(OpenConnection connection, Outgoing message) {
            return send.apply(message);
        }
    }
}
