package io.gatehouse.blackbox.cases;

import io.gatehouse.blackbox.server.ServerLog;

/** A running Gatehouse whose log can be read. */
public interface LoggingServer {

    ServerLog serverLog();
}
