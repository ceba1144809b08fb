package io.gatehouse.contract.idempotency;

import java.util.Map;

/** An HTTP answer as it went out the first time; the body may hold a secret. */
@SuppressWarnings("ArrayRecordComponent") // moved, never compared
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    public StoredAnswer {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "StoredAnswer[" + status + "]";
    }
}
