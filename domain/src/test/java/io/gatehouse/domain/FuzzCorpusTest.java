package io.gatehouse.domain;

import io.gatehouse.domain.token.TokenTextFuzz;
import io.gatehouse.testkit.FuzzCorpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays the kept inputs of this module's fuzz targets. See docs/fuzzing.md. */
class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> tokenTexts() {
        return FuzzCorpus.replay(TokenTextFuzz.class, TokenTextFuzz::fuzzerTestOneInput);
    }
}
