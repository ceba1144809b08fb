package io.gatehouse.web.edge.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Aborts a request with a problem where a return value cannot: for instance while its body is read. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int MAX_CAUSES = 20;

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.type().uri(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** The problem of the first such exception among the causes of a fault; null if there is none. */
    public static @Nullable Problem in(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof ProblemException found) {
                return found.problem();
            }
            cause = cause.getCause();
        }
        return null;
    }

    public Problem problem() {
        return problem;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
