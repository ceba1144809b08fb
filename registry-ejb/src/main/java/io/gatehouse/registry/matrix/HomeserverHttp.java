package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.http.BoundedHttp;
import io.gatehouse.kernel.http.FailedExchangeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with the homeserver, as the application service. Follows no redirect, because that would send the token
 * elsewhere.
 */
@ApplicationScoped
class HomeserverHttp {

    /** Account data is the largest answer that is requested; it is no larger than an event. */
    private static final int MAX_ANSWER_BYTES = 256 * 1_024;

    private MatrixSettings matrix;
    private BoundedHttp http;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected HomeserverHttp() {}

    @Inject
    HomeserverHttp(Settings settings) {
        this.matrix = settings.matrix().orElseThrow(() -> new ConfigurationException("no homeserver is configured"));
        this.http = BoundedHttp.withoutRedirects(
                new BoundedHttp.Limits(matrix.connectTimeout(), matrix.timeout(), MAX_ANSWER_BYTES));
    }

    /** @throws HomeserverOutageException if no answer of a homeserver arrived in time */
    MatrixReply exchange(MatrixRequest request) {
        return exchange(request, matrix.timeout());
    }

    MatrixReply exchange(MatrixRequest request, Duration timeout) {
        try {
            BoundedHttp.Answer answer = http.exchange(toHttp(request), timeout);
            return MatrixAnswers.read(answer.status(), answer.headers().firstValue("Retry-After"), answer.text());
        } catch (FailedExchangeException e) {
            throw switch (e.reason()) {
                case TIMED_OUT -> new HomeserverSlowException("it does not answer in time", e);
                case TOO_LONG -> new HomeserverOutageException("its answer is too long", e);
                case CONNECTION -> new HomeserverOutageException("the connection to it fails", e);
            };
        }
    }

    private HttpRequest.Builder toHttp(MatrixRequest request) {
        return HttpRequest.newBuilder(URI.create(matrix.homeserver() + "/_matrix/client/" + request.path()))
                .header("Authorization", "Bearer " + matrix.asToken())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(request.method(), body(request.body()));
    }

    private static BodyPublisher body(@Nullable String json) {
        return json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }
}
