package io.gatehouse.blackbox.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads an HTTP response from a socket. */
final class RawAnswer {

    private RawAnswer() {}

    /** @param request its description in failure messages */
    static Answer read(InputStream in, String request) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, List<String>> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] field = line.split(":", 2);
            lines.computeIfAbsent(field[0], name -> new ArrayList<>()).add(field[1].strip());
        }
        HttpHeaders headers = HttpHeaders.of(lines, (name, value) -> true);
        return new Answer(request, status, headers, new String(body(in, headers), StandardCharsets.UTF_8));
    }

    /** By its length, in chunks, or up to the end of the connection. */
    private static byte[] body(InputStream in, HttpHeaders headers) throws IOException {
        OptionalLong length = headers.firstValueAsLong("Content-Length");
        if (length.isPresent()) {
            return in.readNBytes(Math.toIntExact(length.getAsLong()));
        }
        if (headers.firstValue("Transfer-Encoding").isEmpty()) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            chunks.write(in.readNBytes(size));
            line(in);
        }
        line(in); // ends the chunks, so that the next response can be read
        return chunks.toByteArray();
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
}
