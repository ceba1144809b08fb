package io.gatehouse.install.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses that anybody in the world means the same by from those that lead into the network of whoever asks
 * (IANA special-purpose address registries, RFC 6890). What is not known to be public is not.
 */
final class PublicAddresses {

    /** First address and prefix length of what is not public among IPv4 addresses. */
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
     * Global unicast is 2000::/3. In it, 2001::/23 is for protocols (Teredo among them), 2001:db8::/32 and 3fff::/20 are
     * for documents, and 2002::/16 wraps IPv4 addresses, internal ones too.
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
