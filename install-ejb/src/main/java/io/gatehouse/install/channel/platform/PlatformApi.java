package io.gatehouse.install.channel.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;

/** The API of one platform. Every call blocks on the network: it must not be made inside a transaction. */
interface PlatformApi {

    Platform platform();

    /** The maximum length of one message, in UTF-16 units. */
    int maxTextLength();

    ConnectionCheck check(OpenConnection connection);

    Delivery send(OpenConnection connection, Outgoing message);
}
