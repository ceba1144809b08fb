package io.gatehouse.kernel.config;

import java.net.URI;
import java.time.Duration;

/**
 * The homeserver, and Gatehouse as an application service of it.
 *
 * @param homeserver where its client-server API is, without a slash at the end
 * @param serverName the part after the colon in the ids of its users
 * @param asToken what Gatehouse shows the homeserver
 * @param hsToken what the homeserver shows Gatehouse
 * @param senderLocalpart the localpart of the bot, as which Gatehouse acts where it acts as no agent
 * @param appserviceId what the homeserver knows this application service by
 * @param appserviceUrl where the homeserver reaches Gatehouse, without a slash at the end
 * @param connectTimeout how long a connection may take
 * @param timeout how long an answer may take, from the first byte sent to the last received
 * @param retries how often a call that fails is made again
 * @param rest how long nobody asks a homeserver that failed half of the time
 * @param callsAtOnce how many calls may wait for it at once
 */
public record MatrixSettings(
        URI homeserver,
        String serverName,
        String asToken,
        String hsToken,
        String senderLocalpart,
        String appserviceId,
        URI appserviceUrl,
        Duration connectTimeout,
        Duration timeout,
        int retries,
        Duration rest,
        int callsAtOnce) {

    public String botUserId() {
        return "@" + senderLocalpart + ":" + serverName;
    }

    @Override
    public String toString() {
        return "MatrixSettings[" + homeserver + ", " + botUserId() + "]";
    }
}
