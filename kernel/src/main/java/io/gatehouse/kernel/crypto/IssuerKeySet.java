package io.gatehouse.kernel.crypto;

import java.util.List;

/**
 * The keys of a document that can be used. The others are ignored, each for itself (RFC 7517 section 5).
 *
 * @param ignored why, one sentence for each key that is not used; for logs: nothing in it but printable ASCII
 */
public record IssuerKeySet(List<IssuerKey> keys, List<String> ignored) {

    private static final int MOST_REASONS = 20;

    public IssuerKeySet {
        keys = List.copyOf(keys);
        ignored = List.copyOf(ignored);
    }

    /** Why keys were ignored, in one line; of very many, the first. */
    public String reasons() {
        if (ignored.isEmpty()) {
            return "the set is empty";
        }
        String first = String.join("; ", ignored.subList(0, Math.min(ignored.size(), MOST_REASONS)));
        int more = ignored.size() - MOST_REASONS;
        return more > 0 ? first + "; and " + more + " more" : first;
    }
}
