package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.connection.ConnectionCheck;

/**
 * Checks with the platform whether a connection works. Blocks on the network: must not be called inside a transaction.
 */
public interface ConnectionProbe {

    ConnectionCheck ask(OpenConnection connection);
}
