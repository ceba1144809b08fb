package io.gatehouse.web.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A response whose client may have gone: what it does not take any more is dropped. Servers and JAX-RS implementations
 * log a stack trace for each, some several, as if it were a fault of theirs.
 */
final class QuietResponse extends HttpServletResponseWrapper {

    private @Nullable QuietStream stream;

    QuietResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        QuietStream opened = stream;
        if (opened == null) {
            opened = new QuietStream(super.getOutputStream(), this);
            stream = opened;
        }
        return opened;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (stream == null) {
            super.flushBuffer();
        } else {
            stream.flush();
        }
    }

    /** Whoever writes events has to hear that nobody listens any more. */
    boolean mustTell() {
        String type = getContentType();
        return type != null && type.startsWith("text/event-stream");
    }
}
