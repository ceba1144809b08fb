package io.gatehouse.kernel.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, as Maven wrote it into the archive. */
public final class Version {

    private static final String FILE = "/META-INF/maven/io.gatehouse/gatehouse-domain/pom.properties";

    private Version() {}

    /** Returns the version, such as {@code 1.2.3}, or {@code unpackaged} if the classes are not in an archive. */
    public static String text() {
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            if (file == null) {
                return "unpackaged";
            }
            Properties built = new Properties();
            built.load(file);
            return built.getProperty("version", "unpackaged");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
