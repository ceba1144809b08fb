package io.gatehouse.registry.credential.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.access.SignatureCheck;
import io.gatehouse.contract.access.SignatureCheck.Genuine;
import io.gatehouse.contract.access.SignatureCheck.UnknownKey;
import io.gatehouse.domain.host.Host;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nodes with one and with two encryption keys, in either order, over one database. */
@StoreTest
class RotatedEncryptionKeyTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final GeneratedKey signingKey;
    private final RequestSignaturesBean before;
    private final RequestSignaturesBean first;
    private final RequestSignaturesBean second;
    private final RequestSignaturesBean after;

    RotatedEncryptionKeyTest(TestDatabase database) {
        this.database = database;
        before = node(TestSignatures.KEY, null);
        first = node(TestSignatures.KEY, TestSignatures.OTHER_KEY);
        second = node(TestSignatures.OTHER_KEY, TestSignatures.KEY);
        after = node(TestSignatures.OTHER_KEY, null);
        Host host = TestSignatures.host(database, clock);
        SigningKeys keys = TestSignatures.keys(database, clock);
        signingKey = database.tx(() -> keys.generate(host, Set.of("bridge"), null, "test"));
    }

    @Test
    void theOldEncryptionKeyIsUnneededAfterEachSigningKeysNextUse() {
        assertThat(check(after)).isInstanceOf(UnknownKey.class);
        assertThat(check(second)).isInstanceOf(Genuine.class);
        assertThat(check(after)).isInstanceOf(Genuine.class);
    }

    @Test
    void inTwoRoundsEachNodeOpensTheOthersSecrets() {
        for (RequestSignaturesBean node : List.of(before, first, before, first)) {
            assertThat(check(node)).as("first round").isInstanceOf(Genuine.class);
        }
        for (RequestSignaturesBean node : List.of(first, second, first, second)) {
            assertThat(check(node)).as("second round").isInstanceOf(Genuine.class);
        }
        for (RequestSignaturesBean node : List.of(after, second, after)) {
            assertThat(check(node)).as("the previous key is removed").isInstanceOf(Genuine.class);
        }
    }

    @Test
    void inOneRoundANodeThatWasNotRestartedFails() {
        assertThat(check(second)).isInstanceOf(Genuine.class);

        assertThat(check(before)).isInstanceOf(UnknownKey.class);
    }

    private SignatureCheck check(RequestSignaturesBean node) {
        return database.tx(() -> node.check(TestSignatures.signed(
                signingKey, clock.instant(), UUID.randomUUID().toString())));
    }

    private RequestSignaturesBean node(String key, @Nullable String previous) {
        Map<String, String> settings = new HashMap<>(Map.of("gatehouse.encryption.key", key));
        if (previous != null) {
            settings.put("gatehouse.encryption.previous-key", previous);
        }
        return TestSignatures.signatures(database, clock, settings);
    }
}
