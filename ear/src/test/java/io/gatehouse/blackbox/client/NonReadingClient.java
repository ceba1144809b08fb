package io.gatehouse.blackbox.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Opens an event stream, reads until its first keep-alive, and then reads nothing more until told to. */
public final class NonReadingClient implements AutoCloseable {

    private static final int SMALL = 4 * 1024;

    private final Socket socket = new Socket();

    private NonReadingClient() {}

    public static NonReadingClient listening(URI server, String token) throws IOException {
        NonReadingClient client = new NonReadingClient();
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

    /** Continues reading until this text arrives. */
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
