package io.gatehouse.install.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.connection.OpenConnection;

/** One platform. Every call waits for the network, so none may be made inside a transaction. */
interface PlatformApi {

    Platform platform();

    /** The most UTF-16 units that one message holds. */
    int longestText();

    ConnectionCheck check(OpenConnection connection);

    Delivery send(OpenConnection connection, Outgoing message);
}
