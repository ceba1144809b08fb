package io.gatehouse.domain;

import io.gatehouse.domain.token.TokenTextFuzz;
import io.gatehouse.testkit.FuzzCorpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the fuzz targets of this module were fed, once more. See docs/fuzzing.md. */
class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> tokenTexts() {
        return FuzzCorpus.replay(TokenTextFuzz.class, TokenTextFuzz::fuzzerTestOneInput);
    }
}
