package io.gatehouse.blackbox.cases;

import io.gatehouse.blackbox.server.ServerLog;

/** A running Gatehouse with a readable log. */
public interface LoggingServer {

    ServerLog serverLog();
}
