package io.gatehouse.blackbox.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A socket connection on which anything can be sent and which can be reset at any time. */
public final class RawConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CHUNK = 64 * 1024;

    private final Socket socket;
    private final String authority;

    private RawConnection(Socket socket, String authority) {
        this.socket = socket;
        this.authority = authority;
    }

    public static RawConnection to(Gatehouse gatehouse) {
        URI uri = gatehouse.baseUri();
        try {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return new RawConnection(socket, uri.getAuthority());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request with these header lines and a Host header; without header lines the caller sends the rest. */
    public RawConnection request(String requestLine, String... headers) {
        return send(requestLine + " HTTP/1.1\r\nHost: " + authority + "\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
    }

    /** Sends each character as a byte. */
    public RawConnection send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The response; empty if the server closes the connection without one. */
    public Optional<Answer> answer() {
        try {
            return Optional.of(RawAnswer.read(socket.getInputStream(), "a request over a bare connection"));
        } catch (EOFException | SocketException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends up to {@code max} bytes until the server has closed the connection; returns how many it accepted. */
    public long sendUntilClosed(long max) {
        return sendUntilClosed("x".repeat(CHUNK), max);
    }

    /** The same in chunks, for {@code Transfer-Encoding: chunked}. */
    public long sendChunksUntilClosed(long max) {
        return sendUntilClosed(Integer.toHexString(CHUNK) + "\r\n" + "x".repeat(CHUNK) + "\r\n", max);
    }

    private long sendUntilClosed(String text, long max) {
        byte[] chunk = text.getBytes(StandardCharsets.ISO_8859_1);
        long sent = 0;
        try {
            OutputStream out = socket.getOutputStream();
            while (sent < max) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException closed) {
            return sent;
        }
        return sent;
    }

    /** Resets the connection, as happens when a process dies. */
    public void breakOff() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
