package io.gatehouse.kernel.config;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads raw values from MicroProfile Config, the same on every server.
 *
 * <p>Expressions are not expanded: Payara turns {@code a$$b${c}} into {@code a$$b}, WildFly finds no value at all, and
 * the launcher, which runs before any server, leaves it as it is. Empty values are skipped: on some servers an empty
 * variable hides the sources behind it, on others it does not.
 */
final class ServerConfiguration {

    private ServerConfiguration() {}

    static Optional<String> value(String key) {
        // Pass the class loader: a server's pool creates connections on threads without a context class loader.
        Config config = ConfigProvider.getConfig(ServerConfiguration.class.getClassLoader());
        return Optional.ofNullable(config.getConfigValue(key).getRawValue())
                .filter(text -> !text.isBlank())
                .or(() -> firstNonBlank(config, key));
    }

    /** Config sources are iterated in descending order of their ordinals. */
    private static Optional<String> firstNonBlank(Config config, String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map((ConfigSource source) -> Optional.ofNullable(source.getValue(key)))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
