package io.gatehouse.blackbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Loopback ports that were free a moment ago. */
final class FreePorts {

    private FreePorts() {}

    static int one() {
        return many(1).get(0);
    }

    /** All different: each is held until all are found. */
    static List<Integer> many(int number) {
        List<ServerSocket> probes = new ArrayList<>();
        try {
            try {
                for (int i = 0; i < number; i++) {
                    probes.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                }
                return probes.stream().map(ServerSocket::getLocalPort).toList();
            } finally {
                for (ServerSocket probe : probes) {
                    probe.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
