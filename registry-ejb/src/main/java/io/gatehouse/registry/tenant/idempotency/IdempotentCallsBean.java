package io.gatehouse.registry.tenant.idempotency;

import io.gatehouse.contract.idempotency.IdempotentCalls;
import io.gatehouse.contract.idempotency.KeyState;
import io.gatehouse.contract.idempotency.KeyState.Answered;
import io.gatehouse.contract.idempotency.KeyState.Fresh;
import io.gatehouse.contract.idempotency.KeyState.InFlight;
import io.gatehouse.contract.idempotency.KeyState.OtherRequest;
import io.gatehouse.contract.idempotency.StoredAnswer;
import io.gatehouse.domain.idempotency.IdempotencyRecord;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Commits each step by itself, before and after the call that it guards. */
@ApplicationScoped
@RetriedTransaction
public class IdempotentCallsBean implements IdempotentCalls {

    public static final Duration KEPT = Duration.ofDays(1);

    static final Duration IN_FLIGHT = Duration.ofMinutes(1);
    /** Each lost race means that another call with the key began or ended in between. */
    private static final int ATTEMPTS = 10;

    private IdempotencyStore store;
    private AnswerBox box;
    private Ids ids;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public IdempotentCallsBean() {}

    @Inject
    public IdempotentCallsBean(IdempotencyStore store, AnswerBox box, Ids ids, InstantSource clock) {
        this.store = store;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public KeyState begin(String caller, String key, byte[] fingerprint) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            UUID id = ids.next();
            if (store.insert(id, caller, key, fingerprint, now, now.plus(IN_FLIGHT))) {
                return new Fresh(id);
            }
            Optional<IdempotencyRecord> record = store.find(caller, key);
            if (record.isPresent() && record.get().isOlderThan(KEPT, now)) {
                store.delete(record.get().id());
            } else if (record.isPresent()) {
                return state(record.get(), fingerprint, now);
            }
        }
        throw new IllegalStateException("an idempotency key was taken and released " + ATTEMPTS + " times");
    }

    private KeyState state(IdempotencyRecord record, byte[] fingerprint, Instant now) {
        if (!record.isOf(fingerprint)) {
            return new OtherRequest();
        }
        Integer status = record.status();
        byte[] sealed = record.sealedAnswer();
        if (status != null && sealed != null) {
            return new Answered(box.unseal(record.id(), status, sealed));
        }
        return store.takeOver(record.id(), now, now.plus(IN_FLIGHT)) ? new Fresh(record.id()) : new InFlight();
    }

    /** Of a call that was taken over and the one that took it over, the answer of the first to finish is stored. */
    @Override
    public void complete(UUID recordId, StoredAnswer answer) {
        store.answer(recordId, answer.status(), box.seal(recordId, answer));
    }

    @Override
    public void abandon(UUID recordId) {
        store.deleteUnanswered(recordId);
    }
}
