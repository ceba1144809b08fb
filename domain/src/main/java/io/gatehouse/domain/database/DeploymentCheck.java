package io.gatehouse.domain.database;

import io.gatehouse.domain.config.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Opens the database before anything else of the deployment does, so that a configuration that cannot be run with, a key that
 * opens nothing and a database that does not answer make the deployment fail with the message that says so. On
 * WildFly the persistence provider asks before any extension exists, and what the deployer is told is that the dialect of the
 * database is unknown.
 */
public class DeploymentCheck implements Extension {

    /** @throws ConfigurationException which the container makes the deployment's own failure */
    void judge(@Observes BeforeBeanDiscovery beginning) {
        try (Connection connection = new GatehouseDataSource().getConnection()) {
            Objects.requireNonNull(connection);
        } catch (SQLException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }
}
