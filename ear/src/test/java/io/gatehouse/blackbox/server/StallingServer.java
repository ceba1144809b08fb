package io.gatehouse.blackbox.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sends response headers but no body on every connection, until after the last test of a class. */
public final class StallingServer implements AfterAllCallback {

    private static final Logger LOG = Logger.getLogger(StallingServer.class.getName());
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public StallingServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "stalling-server");
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** The number of connections accepted so far. */
    public int calls() {
        return open.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(HEAD);
                out.flush();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "no more connections are taken", e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
