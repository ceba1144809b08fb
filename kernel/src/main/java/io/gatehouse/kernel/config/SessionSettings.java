package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * How long a browser stays signed in.
 *
 * @param idle without a call of the person's
 * @param lifetime at most, whatever they do
 */
public record SessionSettings(Duration idle, Duration lifetime) {

    /** @throws ConfigurationException if it cannot be meant */
    public static SessionSettings from(Settings settings) {
        ConfigValues values = settings.values();
        SessionSettings session = new SessionSettings(
                values.duration("gatehouse.session.idle"), values.duration("gatehouse.session.lifetime"));
        if (session.idle.compareTo(session.lifetime) > 0) {
            throw new ConfigurationException("gatehouse.session.idle is longer than gatehouse.session.lifetime");
        }
        return session;
    }
}
