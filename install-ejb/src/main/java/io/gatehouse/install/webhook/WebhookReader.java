package io.gatehouse.install.webhook;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.install.connection.OpenConnection;

/** One platform's way of delivering. */
interface WebhookReader {

    Platform platform();

    /** Whether the platform vouches for every byte of the delivery, by the key of this connection, and lately. */
    boolean isGenuine(OpenConnection connection, WebhookDelivery delivery);

    /** What is in a genuine delivery. Fails at nothing: what is not understood is counted as that. */
    Reading read(OpenConnection connection, Node body);
}
