package io.gatehouse.web.edge.problem;

import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs an internal fault once, under an incident id that the client is told. */
final class Incidents {

    private static final Logger LOG = Logger.getLogger("io.gatehouse.web.incident");

    private Incidents() {}

    static Problem report(Throwable fault) {
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, fault, () -> "incident " + incident);
        return new Problem(
                ProblemType.INTERNAL,
                "The fault is logged; name the incident when you report it.",
                List.of(),
                incident);
    }
}
