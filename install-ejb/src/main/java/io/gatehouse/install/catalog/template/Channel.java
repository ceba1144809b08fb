package io.gatehouse.install.catalog.template;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.connection.Connection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection by which people reach a template.
 *
 * @param address a number's digits, a bot's name; null if the connection has no public address
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
