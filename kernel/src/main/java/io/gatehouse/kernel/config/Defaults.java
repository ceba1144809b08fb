package io.gatehouse.kernel.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Values of keys that no config source sets. Read from a file beside this class, not through MicroProfile Config:
 * Payara Server asks for connections while it deploys the persistence unit of an EAR, when MicroProfile Config does not
 * yet see the application's files.
 */
final class Defaults {

    private static final String FILE = "defaults.properties";

    private final Properties values = new Properties();

    private Defaults() {}

    static Defaults load() {
        try (InputStream file = Defaults.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the JAR");
            }
            Defaults defaults = new Defaults();
            defaults.values.load(file);
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }
}
