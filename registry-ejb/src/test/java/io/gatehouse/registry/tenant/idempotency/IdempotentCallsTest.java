package io.gatehouse.registry.tenant.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.idempotency.KeyState;
import io.gatehouse.contract.idempotency.KeyState.Answered;
import io.gatehouse.contract.idempotency.KeyState.Fresh;
import io.gatehouse.contract.idempotency.KeyState.InFlight;
import io.gatehouse.contract.idempotency.KeyState.OtherRequest;
import io.gatehouse.contract.idempotency.StoredAnswer;
import io.gatehouse.domain.idempotency.IdempotencyRecord;
import io.gatehouse.kernel.config.SealedBoxProducer;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.persistence.RetentionStore;
import io.gatehouse.registry.operation.retention.RetentionRules;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestRetention;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class IdempotentCallsTest {

    private static final byte[] REQUEST = "a request".getBytes(UTF_8);
    private static final byte[] OTHER_REQUEST = "another request".getBytes(UTF_8);

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final IdempotencyStore store;
    private final AnswerBox box;
    private final IdempotentCallsBean calls;
    private final String key = UUID.randomUUID().toString();

    IdempotentCallsTest(TestDatabase database) {
        this.database = database;
        Settings settings = Settings.of(
                Map.of("gatehouse.encryption.key", Base64.getEncoder().encodeToString(new byte[32])));
        store = new IdempotencyStore(database.entityManager());
        box = new AnswerBox(SealedBoxProducer.sealedBox(settings, new SecureRandom()));
        calls = calls(clock);
    }

    private IdempotentCallsBean calls(SetClock at) {
        return new IdempotentCallsBean(store, box, new Ids(), at);
    }

    @Test
    void theFirstAnswerIsReturnedAgain() {
        UUID record = fresh();
        complete(record, "the answer");

        assertThat(begin(REQUEST)).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.answer().status()).isEqualTo(201);
            assertThat(answered.answer().headers()).isEqualTo(Map.of("Location", "/ü"));
            assertThat(answered.answer().body()).asString(UTF_8).isEqualTo("the answer");
        });
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAnotherRequest() {
        assertThat(fresh()).isNotNull();

        assertThat(begin(OTHER_REQUEST)).isEqualTo(new OtherRequest());
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        assertThat(fresh()).isNotNull();

        assertThat(database.tx(() -> calls.begin("user:bob", key, OTHER_REQUEST)))
                .isInstanceOf(Fresh.class);
    }

    @Test
    void ofConcurrentCallsOneIsFresh() {
        List<KeyState> states = Crowd.of(20, number -> begin(REQUEST));

        assertThat(states).filteredOn(Fresh.class::isInstance).hasSize(1);
        assertThat(states).filteredOn(InFlight.class::isInstance).hasSize(19);
    }

    @Test
    void anUnfinishedCallReleasesItsKeyAfterAMinute() {
        UUID record = fresh();

        clock.advance(Duration.ofSeconds(59));
        assertThat(begin(REQUEST)).isEqualTo(new InFlight());
        clock.advance(Duration.ofSeconds(1));
        List<KeyState> states = Crowd.of(8, number -> begin(REQUEST));

        assertThat(states).filteredOn(new Fresh(record)::equals).hasSize(1);
        assertThat(states).filteredOn(InFlight.class::isInstance).hasSize(7);
    }

    @Test
    void anAbandonedKeyIsFreeAtOnce() {
        UUID record = fresh();
        database.run(() -> calls.abandon(record));

        assertThat(begin(OTHER_REQUEST)).isInstanceOf(Fresh.class);
    }

    @Test
    void theFirstAnswerStays() {
        UUID record = fresh();
        complete(record, "first");
        complete(record, "second");
        database.run(() -> calls.abandon(record));

        assertThat(begin(REQUEST)).isInstanceOfSatisfying(Answered.class, answered -> assertThat(
                        answered.answer().body())
                .asString(UTF_8)
                .isEqualTo("first"));
    }

    @Test
    void afterADayTheKeyIsNew() {
        complete(fresh(), "the answer");

        clock.advance(Duration.ofDays(1).plusSeconds(1));

        assertThat(begin(OTHER_REQUEST)).isInstanceOf(Fresh.class);
    }

    @Test
    void expiredKeysAreDeletedInBatches() {
        SetClock past = new SetClock(clock.instant().minus(Duration.ofDays(400)));
        IdempotentCallsBean pastCalls = calls(past);
        for (int i = 0; i < 5; i++) {
            String old = key + i;
            assertThat(database.tx(() -> pastCalls.begin("user:ada", old, REQUEST)))
                    .isInstanceOf(Fresh.class);
        }
        past.advance(Duration.ofDays(2));
        String young = key + "young";
        assertThat(database.tx(() -> pastCalls.begin("user:ada", young, REQUEST)))
                .isInstanceOf(Fresh.class);
        RetentionStore retention = TestRetention.over(database, past);

        assertThat(retention.apply(RetentionRules.IDEMPOTENCY_KEYS, 3)).isEqualTo(3);
        assertThat(retention.apply(RetentionRules.IDEMPOTENCY_KEYS, 3)).isEqualTo(2);
        assertThat(retention.apply(RetentionRules.IDEMPOTENCY_KEYS, 3)).isZero();
    }

    @Test
    void anAnswerIsSealedAndOpensOnlyInItsOwnRow() {
        UUID record = fresh();
        complete(record, "magt_secret");

        byte[] sealed =
                database.tx(em -> em.find(IdempotencyRecord.class, record).sealedAnswer());
        assertThat(sealed).isNotNull();
        assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
        assertThatThrownBy(() -> box.unseal(UUID.randomUUID(), 201, sealed)).isInstanceOf(UnsealException.class);
    }

    private UUID fresh() {
        return ((Fresh) begin(REQUEST)).recordId();
    }

    private KeyState begin(byte[] fingerprint) {
        return database.tx(() -> calls.begin("user:ada", key, fingerprint));
    }

    private void complete(UUID record, String body) {
        database.run(
                () -> calls.complete(record, new StoredAnswer(201, Map.of("Location", "/ü"), body.getBytes(UTF_8))));
    }
}
