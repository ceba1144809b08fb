package io.gatehouse.blackbox.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body never ends, over a plain socket. An HTTP client sends everything it has declared, whatever is
 * answered meanwhile, and may then find the connection closed and the answer lost; this one stops sending and reads.
 */
final class UnfinishedRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CHUNK = 8 * 1024;

    private final URI uri;
    private final String method;
    private final String contentType;
    private final @Nullable String bearer;

    UnfinishedRequest(URI uri, String method, String contentType, @Nullable String bearer) {
        this.uri = uri;
        this.method = method;
        this.contentType = contentType;
        this.bearer = bearer;
    }

    /** Declares this many bytes and sends none; returns the answer. */
    Answer announcing(long length) {
        return answer(out -> out.write(head("Content-Length: " + length)));
    }

    /** Sends this many bytes of a body of unknown length, which could continue; returns the answer. */
    Answer withoutLength(long sent) {
        return answer(out -> {
            out.write(head("Transfer-Encoding: chunked"));
            for (long rest = sent; rest > 0; rest -= CHUNK) {
                out.write(chunk((int) Math.min(rest, CHUNK)));
            }
        });
    }

    private interface Sending {
        void to(OutputStream out) throws IOException;
    }

    private Answer answer(Sending request) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            request.to(socket.getOutputStream());
            return RawAnswer.read(socket.getInputStream(), toString());
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    private byte[] head(String framing) {
        String head = method + " " + uri.getRawPath() + " HTTP/1.1\r\n"
                + "Host: " + uri.getAuthority() + "\r\n"
                + "Content-Type: " + contentType + "\r\n"
                + (bearer == null ? "" : "Authorization: Bearer " + bearer + "\r\n")
                + framing + "\r\n\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] chunk(int length) {
        return (Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
