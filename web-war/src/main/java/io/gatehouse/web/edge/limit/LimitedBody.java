package io.gatehouse.web.edge.limit;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A body that throws a problem when it exceeds its limit, or when the client stops sending it. */
final class LimitedBody extends FilterInputStream {

    private static final Logger LOG = Logger.getLogger(LimitedBody.class.getName());

    private final long limit;
    private long read;

    LimitedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "The body may have at most " + limit + " bytes here.");
    }

    @Override
    public int read() throws IOException {
        int next = readOrRefuse();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = readOrRefuse(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readOrRefuse() {
        try {
            return super.read();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private int readOrRefuse(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** 400: the client disconnected, timed out or sent malformed chunks. Not an incident of ours. */
    private static ProblemException brokenOff(IOException cause) {
        LOG.log(Level.FINE, "the body of a request broke off", cause);
        return new ProblemException(Problem.of(ProblemType.BAD_REQUEST, "The body broke off before its end."));
    }

    private void count(long bytes) {
        read += bytes;
        if (read > limit) {
            throw new ProblemException(tooLarge(limit));
        }
    }
}
