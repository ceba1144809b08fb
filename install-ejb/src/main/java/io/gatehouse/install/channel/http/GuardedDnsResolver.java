package io.gatehouse.install.channel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names to exactly the addresses that are then connected to: the name cannot change between the check and
 * the connection (DNS rebinding). A name with at least one internal address is refused.
 */
final class GuardedDnsResolver implements DnsResolver {

    private final boolean internal;

    /** @param internal whether internal addresses are allowed */
    GuardedDnsResolver(boolean internal) {
        this.internal = internal;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!internal && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            throw new UnknownHostException("the host has an address that is not public");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
