package io.gatehouse.web.edge.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The body of a {@link QuietResponse}. */
final class QuietStream extends ServletOutputStream {

    private static final Logger LOG = Logger.getLogger(QuietStream.class.getName());

    private final ServletOutputStream out;
    private final QuietResponse response;
    private volatile boolean gone;

    QuietStream(ServletOutputStream out, QuietResponse response) {
        this.out = out;
        this.response = response;
    }

    @Override
    public void write(int single) throws IOException {
        attempt(() -> out.write(single));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    @Override
    public void close() throws IOException {
        attempt(out::close);
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) throws IOException {
        if (gone) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            if (response.throwsWriteErrors()) {
                throw e;
            }
            gone = true;
            LOG.log(Level.FINE, "the client disconnected before the answer was sent", e);
        }
    }
}
