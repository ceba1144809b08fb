package io.gatehouse.web.edge.limit;

import java.util.List;

/** Body size limits by path, as documented in the contract. The longest matching prefix applies. */
final class BodyLimits {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long DEFAULT = 64 * KIB;

    private static final List<Limit> LIMITS = List.of(
            new Limit("api/chat/", 128 * KIB),
            new Limit("bridge/v1/messages", 128 * KIB),
            new Limit("bridge/v1/hosts/", 4 * MIB),
            new Limit("api/webhooks/", MIB),
            new Limit("_matrix/app/v1/transactions/", 16 * MIB),
            new Limit("transactions/", 16 * MIB));

    private record Limit(String prefix, long bytes) {}

    private BodyLimits() {}

    /** @param path relative to the server's root, with or without a leading slash */
    static long of(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        for (Limit limit : LIMITS) {
            if (relative.startsWith(limit.prefix())) {
                return limit.bytes();
            }
        }
        return DEFAULT;
    }
}
