package io.gatehouse.contract.idempotency;

import java.util.Map;

/** An HTTP answer as it was first sent. The body may contain a secret. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    public StoredAnswer {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "StoredAnswer[" + status + "]";
    }
}
