package io.gatehouse.install.channel.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that runs a script for each connection, whether or not it is HTTP. */
final class TestApi implements AutoCloseable {

    private static final int DRIP_MILLIS = 50;

    private final ServerSocket server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch cutOff = new CountDownLatch(1);

    interface Script {
        void talk(Socket connection) throws IOException;
    }

    TestApi(Script script) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> serve(script), "test-api");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Script script) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                script.talk(connection);
            } catch (IOException e) {
                cutOff.countDown();
            }
        }
    }

    /** @param scheme http or https */
    String url(String scheme) {
        return scheme + "://127.0.0.1:" + server.getLocalPort();
    }

    /** Whether the client closed a connection while the script ran; waits up to 5 seconds. */
    boolean isCutOff() throws InterruptedException {
        return cutOff.await(5, TimeUnit.SECONDS);
    }

    /** Reads to the end of the header section. */
    static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the request has no end");
            }
            head.append((char) read);
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Writes the text repeatedly and fast until the connection is closed. */
    static void flood(OutputStream out, String text) throws IOException {
        byte[] much = text.repeat(64 * 1024 / text.length()).getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(much);
        }
    }

    /** Writes the text several times per timeout until the connection is closed or the test ends. */
    void drip(OutputStream out, String text) throws IOException {
        try {
            do {
                write(out, text);
            } while (!end.await(DRIP_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void silence() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
    }
}
