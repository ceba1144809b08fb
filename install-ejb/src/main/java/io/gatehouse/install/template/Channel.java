package io.gatehouse.install.template;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.connection.Connection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to a template.
 *
 * @param address a number's digits, a bot's name; null where people find it in another way
 */
record Channel(
        UUID connectionId,
        Platform platform,
        String name,
        @Nullable String address) {

    static Channel of(Connection connection) {
        return new Channel(connection.id(), connection.platform(), connection.name(), connection.address());
    }
}
