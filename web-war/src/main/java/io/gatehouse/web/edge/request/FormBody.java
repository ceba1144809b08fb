package io.gatehouse.web.edge.request;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The body of a {@link FormRequest}. Converts read errors here because Jersey reads the first byte before any JAX-RS
 * filter.
 */
final class FormBody extends ServletInputStream {

    private static final Logger LOG = Logger.getLogger(FormBody.class.getName());

    private final ServletInputStream in;

    FormBody(ServletInputStream in) {
        this.in = in;
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    private static ProblemException brokenOff(IOException cause) {
        LOG.log(Level.FINE, "reading the body of a form failed", cause);
        return new ProblemException(Problem.of(ProblemType.BAD_REQUEST, "The body broke off before its end."));
    }
}
