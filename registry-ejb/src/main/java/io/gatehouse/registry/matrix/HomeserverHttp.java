package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with the homeserver, as the application service. Limits the duration and the size of the answer. Follows
 * no redirect, because that would send the token elsewhere.
 */
@ApplicationScoped
class HomeserverHttp {

    /** Account data is the largest answer that is requested; it is no larger than an event. */
    private static final int MAX_ANSWER_BYTES = 256 * 1_024;

    private MatrixSettings matrix;
    private HttpClient client;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected HomeserverHttp() {}

    @Inject
    HomeserverHttp(Settings settings) {
        this.matrix = settings.matrix().orElseThrow(() -> new ConfigurationException("no homeserver is configured"));
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(matrix.connectTimeout())
                .build();
    }

    /** @throws HomeserverOutageException if no answer of a homeserver arrived in time */
    MatrixReply exchange(MatrixRequest request) {
        return exchange(request, matrix.timeout());
    }

    MatrixReply exchange(MatrixRequest request, Duration timeout) {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(http(request, timeout), head -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            // The request's own timeout ends once the head of the answer has arrived.
            HttpResponse<byte[]> answer = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return MatrixAnswers.read(answer.statusCode(), answer.headers().firstValue("Retry-After"), answer.body());
        } catch (TimeoutException e) {
            throw slow(e);
        } catch (ExecutionException e) {
            throw outage(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow(e);
        } finally {
            pending.cancel(true);
        }
    }

    private HttpRequest http(MatrixRequest request, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(matrix.homeserver() + "/_matrix/client/" + request.path()))
                .timeout(timeout)
                .header("Authorization", "Bearer " + matrix.asToken())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(request.method(), body(request.body()))
                .build();
    }

    private static BodyPublisher body(@Nullable String json) {
        return json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }

    private static HomeserverOutageException outage(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return slow(cause);
        }
        return new HomeserverOutageException(
                cause instanceof BoundedBody.TooLongException ? "its answer is too long" : "the connection to it fails",
                cause);
    }

    private static HomeserverSlowException slow(Throwable cause) {
        return new HomeserverSlowException("it does not answer in time", cause);
    }
}
