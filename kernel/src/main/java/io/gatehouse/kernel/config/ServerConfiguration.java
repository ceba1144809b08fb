package io.gatehouse.kernel.config;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The values of MicroProfile Config as they were set, on every server alike.
 *
 * <p>Without expressions: of {@code a$$b${c}} Payara makes {@code a$$b}, WildFly none at all, and the launcher, which
 * has no server yet, leaves it as it is. And past empty values: to one server a variable that is empty hides the sources
 * behind it, to another it does not.
 */
final class ServerConfiguration {

    private ServerConfiguration() {}

    static Optional<String> value(String key) {
        // By class loader: a server's pool makes connections on threads that have none of their own.
        Config config = ConfigProvider.getConfig(ServerConfiguration.class.getClassLoader());
        return Optional.ofNullable(config.getConfigValue(key).getRawValue())
                .filter(text -> !text.isBlank())
                .or(() -> firstThatIsNotBlank(config, key));
    }

    /** The sources stand in the order of their ordinals. */
    private static Optional<String> firstThatIsNotBlank(Config config, String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map((ConfigSource source) -> Optional.ofNullable(source.getValue(key)))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
