package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.issuer.IdentityProvider;
import io.gatehouse.blackbox.issuer.SigningKey;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.StallingServer;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("with an identity provider that starts its answers and never completes them")
class StallingProviderIT {

    /** A call to the provider times out after five seconds. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(20);

    private static final int CALLERS = 30;

    @RegisterExtension
    static final StallingServer provider = new StallingServer();

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("mp.jwt.verify.issuer", IdentityProvider.ISSUER)
            .with("mp.jwt.verify.audiences", IdentityProvider.AUDIENCE)
            .with("mp.jwt.verify.publickey.location", provider.url() + "/jwks")
            .with("gatehouse.jwt.key-fetch-interval", "PT1S")
            .with("gatehouse.oidc.issuer", provider.url())
            .with("gatehouse.oidc.client-id", "page");

    @Test
    @DisplayName("concurrent sign-ins are told within seconds that the provider is unavailable, and so are later ones")
    void signInsDoNotBlock() {
        for (int round = 0; round < 2; round++) {
            assertThat(ConcurrentCalls.call(
                            CALLERS,
                            timed(number -> server.gatehouse().browser().open("/session/sign-in?return=/session"))))
                    .allSatisfy(answer -> answer.expecting(503));
        }
        assertThat(provider.calls()).as("calls to the provider").isBetween(1, 4);
    }

    @Test
    @DisplayName("concurrent tokens are answered 503 within seconds, and calls that need no provider continue")
    void tokenChecksDoNotBlock() {
        String token = SigningKey.rs256("rsa-1").sign(IdentityProvider.claims());

        assertThat(ConcurrentCalls.call(
                        CALLERS,
                        timed(number -> number % 3 == 0
                                ? server.gatehouse().anyone().get("/health/ready")
                                : server.gatehouse().bearing(token).get("/api/me"))))
                .satisfies(answers -> {
                    for (int number = 0; number < answers.size(); number++) {
                        if (number % 3 == 0) {
                            answers.get(number).expecting(200);
                        } else {
                            answers.get(number).expectingProblem(503, "keys_unavailable");
                        }
                    }
                });
    }

    private static IntFunction<Answer> timed(IntFunction<Answer> call) {
        return number -> {
            long begun = System.nanoTime();
            Answer answer = call.apply(number);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(answer.toString())
                    .isLessThan(MAX_DURATION);
            return answer;
        };
    }
}
