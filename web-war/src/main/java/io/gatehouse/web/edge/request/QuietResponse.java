package io.gatehouse.web.edge.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A response whose client may have disconnected: what can no longer be written is dropped. Otherwise servers and JAX-RS
 * implementations would log one or more stack traces each time, as if it were their own fault.
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

    /** Whether write errors are thrown: the sender of an event stream must notice that its client is gone. */
    boolean throwsWriteErrors() {
        String type = getContentType();
        return type != null && type.startsWith("text/event-stream");
    }
}
