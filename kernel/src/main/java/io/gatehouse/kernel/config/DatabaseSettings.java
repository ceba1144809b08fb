package io.gatehouse.kernel.config;

import org.jspecify.annotations.Nullable;

/**
 * How to connect to the database.
 *
 * @param url the JDBC URL
 * @param embedded whether this is the default: a file in the data directory
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password, boolean embedded) {

    @Override
    public String toString() {
        return "DatabaseSettings[" + url + "]";
    }
}
