package io.gatehouse.kernel.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * What a key is where no config source sets it. Read from beside this class and not left to MicroProfile Config: a
 * server may ask for connections while it is still deploying the application, when its configuration does not know the
 * application's own files yet (Payara Server does, when it deploys the persistence unit of an EAR).
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
