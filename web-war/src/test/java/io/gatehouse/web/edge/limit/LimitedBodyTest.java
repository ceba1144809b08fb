package io.gatehouse.web.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.web.edge.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitedBodyTest {

    @Test
    void aBodyOfExactlyTheLimitIsReadWhole() throws IOException {
        try (InputStream body = new LimitedBody(new ByteArrayInputStream(new byte[100]), 100)) {
            assertThat(body.readAllBytes()).hasSize(100);
        }
    }

    @Test
    void aBodyOverTheLimitIsNotReadToItsEnd() throws IOException {
        CountingEndless endless = new CountingEndless();
        try (InputStream body = new LimitedBody(endless, 1_000)) {
            ProblemException refusal = catchThrowableOfType(ProblemException.class, body::readAllBytes);
            assertThat(refusal.problem().status()).isEqualTo(413);
        }
        assertThat(endless.read).isLessThan(100_000);
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsFault() throws IOException {
        try (InputStream body = new LimitedBody(new BrokenOff(), 1_000)) {
            assertThat(catchThrowableOfType(ProblemException.class, body::read)
                            .problem()
                            .status())
                    .isEqualTo(400);
            assertThat(catchThrowableOfType(ProblemException.class, body::readAllBytes)
                            .problem()
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/install, 65536",
        "api/chat/messages, 131072",
        "/bridge/v1/messages, 131072",
        "/bridge/v1/hosts/h/bindings, 4194304",
        "/api/webhooks/slack/1, 1048576",
        "/_matrix/app/v1/transactions/1, 16777216",
        "/, 65536"
    })
    void eachPathHasTheLimitOfTheContract(String path, long limit) {
        assertThat(BodyLimits.of(path)).isEqualTo(limit);
    }

    private static final class BrokenOff extends InputStream {

        @Override
        public int read() throws IOException {
            throw new EOFException("the connection is gone");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new EOFException("the connection is gone");
        }
    }

    @SuppressWarnings("InputStreamSlowMultibyteRead") // it counts single bytes
    private static final class CountingEndless extends InputStream {

        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }
    }
}
