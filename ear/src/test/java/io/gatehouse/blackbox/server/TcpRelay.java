package io.gatehouse.blackbox.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A wire to a port of this machine that can be cut and mended. Cut, it breaks what goes over it and takes nothing new. */
public final class TcpRelay implements AfterAllCallback {

    private static final Logger LOG = Logger.getLogger(TcpRelay.class.getName());

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;

    public TcpRelay(int target) {
        this.target = target;
        this.port = FreePorts.one();
        mend();
    }

    public int port() {
        return port;
    }

    public synchronized void mend() {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = listening;
            start(() -> accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void cut() {
        if (listener != null) {
            close(listener);
        }
        open.forEach(TcpRelay::close);
        open.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        cut();
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                synchronized (this) {
                    open.add(near);
                    open.add(far);
                    if (listening.isClosed()) {
                        cut();
                        return;
                    }
                }
                start(() -> pump(near, far));
                start(() -> pump(far, near));
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the wire takes no more connections", e);
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            LOG.log(Level.FINE, "a connection over the wire broke", e);
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "a socket did not close", e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
