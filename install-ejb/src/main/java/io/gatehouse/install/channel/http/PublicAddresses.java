package io.gatehouse.install.channel.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Distinguishes public addresses from those that lead into the internal network of the caller (IANA special-purpose
 * address registries, RFC 6890). An address that is not known to be public counts as internal.
 */
final class PublicAddresses {

    /** First address and prefix length of the IPv4 ranges that are not public. */
    private static final int[][] INTERNAL_V4 = {
        {v4(0, 0, 0, 0), 8},
        {v4(10, 0, 0, 0), 8},
        {v4(100, 64, 0, 0), 10},
        {v4(127, 0, 0, 0), 8},
        {v4(169, 254, 0, 0), 16},
        {v4(172, 16, 0, 0), 12},
        {v4(192, 0, 0, 0), 24},
        {v4(192, 0, 2, 0), 24},
        {v4(192, 88, 99, 0), 24},
        {v4(192, 168, 0, 0), 16},
        {v4(198, 18, 0, 0), 15},
        {v4(198, 51, 100, 0), 24},
        {v4(203, 0, 113, 0), 24},
        {v4(224, 0, 0, 0), 4},
        {v4(240, 0, 0, 0), 4}
    };

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return isPublic(toInt(address.getAddress()));
        }
        return address instanceof Inet6Address && isPublic(address.getAddress());
    }

    private static boolean isPublic(int v4) {
        for (int[] internal : INTERNAL_V4) {
            int mask = -1 << (32 - internal[1]);
            if ((v4 & mask) == internal[0]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Global unicast is 2000::/3. Within it, 2001::/23 is reserved for protocols (Teredo among them), 2001:db8::/32 and
     * 3fff::/20 are reserved for documentation, and 2002::/16 embeds IPv4 addresses, including internal ones.
     */
    private static boolean isPublic(byte[] v6) {
        int first = word(v6, 0);
        int second = word(v6, 2);
        boolean global = (first & 0xe000) == 0x2000;
        boolean protocols = first == 0x2001 && (second & 0xfe00) == 0;
        boolean documents = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && (second & 0xf000) == 0);
        return global && !protocols && !documents && first != 0x2002;
    }

    private static int word(byte[] v6, int at) {
        return ((v6[at] & 0xff) << 8) | (v6[at + 1] & 0xff);
    }

    private static int v4(int a, int b, int c, int d) {
        return (a << 24) | (b << 16) | (c << 8) | d;
    }

    private static int toInt(byte[] v4) {
        return v4(v4[0] & 0xff, v4[1] & 0xff, v4[2] & 0xff, v4[3] & 0xff);
    }
}
