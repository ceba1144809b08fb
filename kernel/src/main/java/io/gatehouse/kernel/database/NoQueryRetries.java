package io.gatehouse.kernel.database;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Has EclipseLink, where it is the provider, report a database that does not answer at once. By itself it would try a
 * query three times, five seconds apart, and hold the request's thread meanwhile; connections that broke between
 * transactions are renewed already ({@link ReconnectingConnection}). Named in {@code persistence.xml}, which has no property
 * for it.
 */
public final class NoQueryRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
