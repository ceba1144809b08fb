package io.gatehouse.registry.operation.start;

import io.gatehouse.contract.health.Product;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.config.Version;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Reads the version and mode from the configuration, and the database's name from its driver. */
@ApplicationScoped
class ProductBean implements Product {

    private Settings settings;

    @Resource(lookup = "java:app/jdbc/gatehouse")
    DataSource source;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ProductBean() {}

    @Inject
    ProductBean(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String describe() {
        return "Gatehouse " + Version.text() + " (" + settings.mode().name().toLowerCase(Locale.ROOT) + ") with "
                + database();
    }

    private String database() {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            return database.getDatabaseProductName() + " " + database.getDatabaseProductVersion();
        } catch (SQLException e) {
            return "a database that does not answer";
        }
    }
}
