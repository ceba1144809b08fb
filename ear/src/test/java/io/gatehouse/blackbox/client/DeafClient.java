package io.gatehouse.blackbox.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Opens a stream of server-sent events, hears its first sign of life, and reads nothing more until it is told to. */
public final class DeafClient implements AutoCloseable {

    private static final int SMALL = 4 * 1024;

    private final Socket socket = new Socket();

    private DeafClient() {}

    public static DeafClient listening(URI server, String token) throws IOException {
        DeafClient client = new DeafClient();
        client.socket.setReceiveBufferSize(SMALL);
        client.socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        client.socket
                .getOutputStream()
                .write(("GET /bridge/v1/messages HTTP/1.1\r\nHost: " + server.getAuthority()
                                + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        client.hear(": here");
        return client;
    }

    /** Reads on until it comes to that. */
    public void hear(String part) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(part) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("it ended: " + heard);
            }
            heard.append((char) next);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
