package io.gatehouse.testkit;

import io.gatehouse.domain.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The defaults that ship, with values of a test over them. */
public final class TestSettings {

    private TestSettings() {}

    public static Settings with(Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        defaults().forEach((key, value) -> all.put((String) key, (String) value));
        all.putAll(values);
        return Settings.of(all);
    }

    private static Properties defaults() {
        try (InputStream file = Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            if (file == null) {
                throw new IllegalStateException("no defaults on the class path");
            }
            Properties defaults = new Properties();
            defaults.load(file);
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
