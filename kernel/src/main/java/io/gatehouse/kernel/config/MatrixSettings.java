package io.gatehouse.kernel.config;

import java.net.URI;
import java.time.Duration;

/**
 * The homeserver, and Gatehouse as an application service of it.
 *
 * @param homeserver base address of its client-server API, without a trailing slash
 * @param serverName the part after the colon in the ids of its users
 * @param asToken authenticates Gatehouse to the homeserver
 * @param hsToken authenticates the homeserver to Gatehouse
 * @param senderLocalpart localpart of the bot, which Gatehouse acts as when it does not act as an agent
 * @param appserviceId id of this application service at the homeserver
 * @param appserviceUrl where the homeserver reaches Gatehouse, without a trailing slash
 * @param connectTimeout how long a connection may take
 * @param timeout how long an answer may take, from the first byte sent to the last received
 * @param retries how often a failed call is repeated
 * @param rest how long no call is made after half of the calls failed
 * @param callsAtOnce maximum number of concurrent calls
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
