package io.gatehouse.contract;

import io.gatehouse.contract.platform.AccountsFuzz;
import io.gatehouse.contract.platform.PhoneNumberFuzz;
import io.gatehouse.testkit.FuzzCorpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the fuzz targets of this module were fed, once more. See docs/fuzzing.md. */
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
