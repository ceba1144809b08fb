package io.gatehouse.kernel.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the data is.
 *
 * @param url of JDBC
 * @param embedded whether it is the default: a file in the data directory
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password, boolean embedded) {

    @Override
    public String toString() {
        return "DatabaseSettings[" + url + "]";
    }
}
