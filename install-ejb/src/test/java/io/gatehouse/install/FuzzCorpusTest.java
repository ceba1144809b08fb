package io.gatehouse.install;

import io.gatehouse.install.channel.webhook.DeliveriesFuzz;
import io.gatehouse.install.channel.webhook.ProofFuzz;
import io.gatehouse.install.token.InstallTokenFuzz;
import io.gatehouse.testkit.FuzzCorpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays the stored inputs of this module's fuzz targets. See docs/fuzzing.md. */
class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> installTokens() {
        return FuzzCorpus.replay(InstallTokenFuzz.class, InstallTokenFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> deliveries() {
        String fixtures = "/io/gatehouse/install/channel/webhook/";
        return FuzzCorpus.replay(
                DeliveriesFuzz.class,
                DeliveriesFuzz::fuzzerTestOneInput,
                fixtures + "whatsapp",
                fixtures + "telegram",
                fixtures + "slack");
    }

    @TestFactory
    Stream<DynamicTest> proofs() {
        return FuzzCorpus.replay(ProofFuzz.class, ProofFuzz::fuzzerTestOneInput);
    }
}
