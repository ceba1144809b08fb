package io.gatehouse.web.edge.idempotency;

import io.gatehouse.contract.idempotency.IdempotentCalls;
import io.gatehouse.contract.idempotency.KeyState;
import io.gatehouse.contract.idempotency.StoredAnswer;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Claims the key of a call; otherwise answers in its place, with the stored answer or with a problem. */
class IdempotencyFilter implements ContainerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final IdempotentCalls calls;

    IdempotencyFilter(IdempotentCalls calls) {
        this.calls = calls;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        Caller caller = Caller.of(request);
        if (key == null || caller == null) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            request.abortWith(
                    Problem.of(ProblemType.INVALID_IDEMPOTENCY_KEY, "A key is 1 to 255 visible ASCII characters.")
                            .toResponse());
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        KeyState state = calls.begin(caller.id(), key, fingerprint(request, body));
        if (state instanceof KeyState.Fresh fresh) {
            AnswerRecorder.expect(request, fresh.recordId());
        } else if (state instanceof KeyState.Answered answered) {
            request.abortWith(replay(answered.answer()));
        } else if (state instanceof KeyState.InFlight) {
            request.abortWith(Problem.of(
                            ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT,
                            "The first call with this key is being worked on; try again.")
                    .toResponse(RETRY_AFTER));
        } else {
            request.abortWith(Problem.of(
                            ProblemType.IDEMPOTENCY_KEY_REUSED,
                            "This key was used for another request; take a new one.")
                    .toResponse());
        }
    }

    private static Response replay(StoredAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true");
        answer.headers().forEach(response::header);
        return answer.body().length == 0
                ? response.build()
                : response.entity(answer.body()).build();
    }

    private static byte[] fingerprint(ContainerRequestContext request, byte[] body) {
        String head = request.getMethod() + "\n"
                + request.getUriInfo().getRequestUri().getRawPath() + "\n"
                + request.getUriInfo().getRequestUri().getRawQuery() + "\n";
        return Sha256.of(head.getBytes(StandardCharsets.UTF_8), body);
    }
}
