package io.gatehouse.contract;

import io.gatehouse.contract.platform.AccountsFuzz;
import io.gatehouse.contract.platform.PhoneNumberFuzz;
import io.gatehouse.testkit.FuzzCorpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays the kept inputs of this module's fuzz targets. See docs/fuzzing.md. */
class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> accounts() {
        return FuzzCorpus.replay(AccountsFuzz.class, AccountsFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> phoneNumbers() {
        return FuzzCorpus.replay(PhoneNumberFuzz.class, PhoneNumberFuzz::fuzzerTestOneInput);
    }
}
