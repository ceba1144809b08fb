package io.gatehouse.kernel.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts every connection on a free port and then misbehaves. */
public final class UncooperativeServer implements AutoCloseable {

    /** How it treats a connection. */
    public enum Manner {
        /** Never answers. */
        SILENT,
        /** Sends headers but no body. */
        STALLS_AFTER_THE_HEAD,
        /** Sends a body byte by byte. */
        DRIPS,
        /** Sends an endless body, as fast as it is read. */
        ENDLESS,
        /** Sends endless headers. */
        ENDLESS_HEAD,
        /** Closes the connection in the middle of the body. */
        HANGS_UP
    }

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final ServerSocket server;
    private final Manner manner;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> sockets = Collections.synchronizedSet(new HashSet<>());

    public UncooperativeServer(Manner manner) throws IOException {
        this.manner = manner;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    public int calls() {
        return calls.get();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "uncooperative-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                calls.incrementAndGet();
                daemon(() -> answer(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            OutputStream out = socket.getOutputStream();
            switch (manner) {
                case SILENT -> closed.await();
                case STALLS_AFTER_THE_HEAD -> {
                    write(out, HEAD + "Content-Length: 100\r\n\r\n");
                    closed.await();
                }
                case DRIPS -> {
                    write(out, HEAD + "Content-Length: 100000\r\n\r\n{");
                    while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                        write(out, " ");
                    }
                }
                case ENDLESS -> {
                    write(out, HEAD + "\r\n");
                    while (closed.getCount() > 0) {
                        write(out, " ".repeat(8_192));
                    }
                }
                case ENDLESS_HEAD -> {
                    write(out, HEAD);
                    for (int i = 0; closed.getCount() > 0; i++) {
                        write(out, "X-Header-" + i + ": " + "x".repeat(1_000) + "\r\n");
                    }
                }
                case HANGS_UP -> write(out, HEAD + "Content-Length: 100\r\n\r\n{");
                default -> throw new IllegalStateException(manner.toString());
            }
        } catch (IOException e) {
            return; // the caller disconnected
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : Set.copyOf(sockets)) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
