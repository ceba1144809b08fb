package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * How chat channels are served.
 *
 * @param internalAddresses whether a platform's API may be called over plain HTTP and at non-public addresses
 * @param timeout how long a platform's API may take to answer
 * @param workers messages that a node processes concurrently
 * @param senders messages that a node sends concurrently
 * @param giveUpAfter how long a message that cannot be sent is retried
 */
public record ChannelSettings(
        boolean internalAddresses, Duration timeout, int workers, int senders, Duration giveUpAfter) {

    static ChannelSettings read(ConfigValues values, boolean production) {
        return new ChannelSettings(
                internalAddressesAllowed(values, production),
                values.duration("gatehouse.channel.timeout"),
                values.count("gatehouse.channel.workers"),
                values.count("gatehouse.channel.senders"),
                values.duration("gatehouse.channel.give-up-after"));
    }

    private static boolean internalAddressesAllowed(ConfigValues values, boolean production) {
        return values.text("gatehouse.channel.internal-addresses")
                .map("allowed"::equals)
                .orElse(!production);
    }
}
