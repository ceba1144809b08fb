package io.gatehouse.web.idempotency;

import io.gatehouse.contract.idempotency.IdempotentCalls;
import io.gatehouse.contract.idempotency.KeyState;
import io.gatehouse.contract.idempotency.StoredAnswer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract without a database, a day or a minute. */
class InMemoryCalls implements IdempotentCalls {

    private final Map<String, Call> calls = new HashMap<>();

    private static final class Call {
        final UUID id = UUID.randomUUID();
        final byte[] fingerprint;

        @Nullable StoredAnswer answer;

        Call(byte[] fingerprint) {
            this.fingerprint = fingerprint;
        }
    }

    @Override
    public synchronized KeyState begin(String caller, String key, byte[] fingerprint) {
        Call call = calls.get(caller + "\n" + key);
        if (call == null) {
            Call fresh = new Call(fingerprint);
            calls.put(caller + "\n" + key, fresh);
            return new KeyState.Fresh(fresh.id);
        }
        if (!Arrays.equals(call.fingerprint, fingerprint)) {
            return new KeyState.OtherRequest();
        }
        StoredAnswer answer = call.answer;
        return answer == null ? new KeyState.InFlight() : new KeyState.Answered(answer);
    }

    @Override
    public synchronized void complete(UUID recordId, StoredAnswer answer) {
        calls.values().stream().filter(call -> call.id.equals(recordId)).forEach(call -> call.answer = answer);
    }

    @Override
    public synchronized void abandon(UUID recordId) {
        calls.values().removeIf(call -> call.id.equals(recordId));
    }
}
