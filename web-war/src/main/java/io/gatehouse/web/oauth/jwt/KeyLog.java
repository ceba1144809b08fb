package io.gatehouse.web.oauth.jwt;

import io.gatehouse.kernel.crypto.IssuerKeySet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs changes in the availability of an issuer's keys: one line per change, none per fetch or request. */
final class KeyLog {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class.getName());
    private static final int MAX_LINE_LENGTH = 2_000;

    private final String name;
    private String trouble = "";
    private String ignored = "";

    /** @param name the location of the keys */
    KeyLog(String name) {
        this.name = name;
    }

    synchronized void available(IssuerKeySet set) {
        if (!trouble.isEmpty()) {
            trouble = "";
            LOG.log(Level.INFO, "The keys of {0} are there again", name);
        }
        String now = set.ignored().isEmpty() ? "" : set.reasons();
        if (!now.equals(ignored)) {
            ignored = now;
            LOG.log(Level.INFO, "Of the keys of {0}, {1} can be used; ignored are: {2}", new Object[] {
                name, set.keys().size(), now.isEmpty() ? "none" : now
            });
        }
    }

    synchronized void unavailable(String why) {
        String line = why.length() <= MAX_LINE_LENGTH ? why : why.substring(0, MAX_LINE_LENGTH) + "...";
        boolean told = line.equals(trouble);
        trouble = line;
        LOG.log(told ? Level.FINE : Level.WARNING, "The keys of {0} cannot be fetched: {1}", new Object[] {name, line});
    }
}
