package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * How long a browser stays signed in.
 *
 * @param idle maximum time without a call of the person
 * @param lifetime maximum time in all
 */
public record SessionSettings(Duration idle, Duration lifetime) {

    /** @throws ConfigurationException if the values are invalid */
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
