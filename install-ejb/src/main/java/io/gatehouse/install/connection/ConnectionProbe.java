package io.gatehouse.install.connection;

import io.gatehouse.contract.connection.ConnectionCheck;

/** Asks the platform of a connection whether it works. */
public interface ConnectionProbe {

    ConnectionCheck ask(OpenConnection connection);
}
