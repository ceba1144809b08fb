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

/** A bare connection, on which anything can be sent, and which can be broken off at any moment. */
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

    /** A request with these header lines and that of the host; without them, its body follows. */
    public RawConnection request(String requestLine, String... headers) {
        return send(requestLine + " HTTP/1.1\r\nHost: " + authority + "\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
    }

    /** Each character as a byte. */
    public RawConnection send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered; empty where the server closes the connection without a word. */
    public Optional<Answer> answer() {
        try {
            return Optional.of(RawAnswer.read(socket.getInputStream(), "a request over a bare connection"));
        } catch (EOFException | SocketException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on sending, at most so many bytes, until the server has closed the connection; gives how many it took. */
    public long sendUntilClosed(long most) {
        return sendUntilClosed("x".repeat(CHUNK), most);
    }

    /** The same in chunks, for {@code Transfer-Encoding: chunked}. */
    public long sendChunksUntilClosed(long most) {
        return sendUntilClosed(Integer.toHexString(CHUNK) + "\r\n" + "x".repeat(CHUNK) + "\r\n", most);
    }

    private long sendUntilClosed(String text, long most) {
        byte[] chunk = text.getBytes(StandardCharsets.ISO_8859_1);
        long sent = 0;
        try {
            OutputStream out = socket.getOutputStream();
            while (sent < most) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException closed) {
            return sent;
        }
        return sent;
    }

    /** Ends the connection as a process that dies does. */
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
