package io.gatehouse.web;

import io.gatehouse.testkit.FuzzCorpus;
import io.gatehouse.web.api.matrix.ReplyFallbackFuzz;
import io.gatehouse.web.api.matrix.TransactionFuzz;
import io.gatehouse.web.edge.json.JsonBodyFuzz;
import io.gatehouse.web.edge.json.RequestBodiesFuzz;
import io.gatehouse.web.edge.signature.SignedRequestFuzz;
import io.gatehouse.web.page.session.CookieFuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays the stored inputs of this module's fuzz targets. See docs/fuzzing.md. */
class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> jsonBodies() {
        return FuzzCorpus.replay(JsonBodyFuzz.class, JsonBodyFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> requestBodies() {
        return FuzzCorpus.replay(RequestBodiesFuzz.class, RequestBodiesFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> transactions() {
        return FuzzCorpus.replay(TransactionFuzz.class, TransactionFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> quotesOfReplies() {
        return FuzzCorpus.replay(ReplyFallbackFuzz.class, ReplyFallbackFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> cookies() {
        return FuzzCorpus.replay(CookieFuzz.class, CookieFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> signedRequests() {
        return FuzzCorpus.replay(SignedRequestFuzz.class, SignedRequestFuzz::fuzzerTestOneInput);
    }
}
