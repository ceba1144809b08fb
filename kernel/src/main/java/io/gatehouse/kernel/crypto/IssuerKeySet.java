package io.gatehouse.kernel.crypto;

import java.util.List;

/**
 * The usable keys of a document. Other keys are ignored one by one (RFC 7517 section 5).
 *
 * @param ignored one reason for each key that is not used, for logs: printable ASCII only
 */
public record IssuerKeySet(List<IssuerKey> keys, List<String> ignored) {

    private static final int MAX_REASONS = 20;

    public IssuerKeySet {
        keys = List.copyOf(keys);
        ignored = List.copyOf(ignored);
    }

    /** Returns the reasons in one line, at most the first 20. */
    public String reasons() {
        if (ignored.isEmpty()) {
            return "the set is empty";
        }
        String first = String.join("; ", ignored.subList(0, Math.min(ignored.size(), MAX_REASONS)));
        int more = ignored.size() - MAX_REASONS;
        return more > 0 ? first + "; and " + more + " more" : first;
    }
}
