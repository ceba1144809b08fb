package io.gatehouse.kernel.database;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Makes EclipseLink, if it is the provider, fail at once when the database does not answer. By default it retries a
 * query three times, five seconds apart, and blocks the request's thread meanwhile. {@link ReconnectingConnection}
 * already replaces connections that broke between transactions. Registered in {@code persistence.xml}, because there is
 * no property for it.
 */
public final class NoQueryRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
