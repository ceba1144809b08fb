package io.gatehouse.blackbox.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body never ends, over a bare socket. An HTTP client sends what it has announced, whatever is answered
 * meanwhile, and then may find the connection closed and the answer lost; this one stops and reads.
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

    /** The answer when so many bytes are announced, and none of them is sent. */
    Answer announcing(long length) {
        return answer(out -> out.write(head("Content-Length: " + length)));
    }

    /** The answer when so many bytes have been sent of a body of unknown length, and others could follow. */
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
            return read(socket.getInputStream());
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

    private Answer read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, List<String>> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] field = line.split(":", 2);
            lines.computeIfAbsent(field[0], name -> new ArrayList<>()).add(field[1].strip());
        }
        HttpHeaders headers = HttpHeaders.of(lines, (name, value) -> true);
        return new Answer(toString(), status, headers, new String(body(in, headers), StandardCharsets.UTF_8));
    }

    /** By its length, in its one chunk, or else to the end of the connection. */
    private static byte[] body(InputStream in, HttpHeaders headers) throws IOException {
        OptionalLong length = headers.firstValueAsLong("Content-Length");
        if (length.isPresent()) {
            return in.readNBytes(Math.toIntExact(length.getAsLong()));
        }
        if (headers.firstValue("Transfer-Encoding").isEmpty()) {
            return in.readAllBytes();
        }
        byte[] only = in.readNBytes(Integer.parseInt(line(in), 16));
        if (!line(in).isEmpty() || !line(in).equals("0")) {
            throw new IOException("an answer of more than one chunk");
        }
        return only;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed within the answer's head, after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
