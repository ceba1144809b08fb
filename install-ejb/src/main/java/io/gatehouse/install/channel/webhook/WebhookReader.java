package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.kernel.json.LenientObject;

/** Verifies and reads the deliveries of one platform. */
interface WebhookReader {

    Platform platform();

    /**
     * Whether the platform has authenticated the whole delivery with the key of this connection, recently where the
     * platform signs a time.
     */
    boolean isGenuine(OpenConnection connection, WebhookDelivery delivery);

    /** Reads a genuine delivery. Does not fail: items that it does not understand are counted as such. */
    Reading read(OpenConnection connection, LenientObject body);
}
