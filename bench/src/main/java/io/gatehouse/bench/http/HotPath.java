package io.gatehouse.bench.http;

import org.jspecify.annotations.Nullable;

/** The measured paths. Each has a Lua script of its name, and a baseline that does nothing with the same request. */
enum HotPath {
    NOOP("noop", null),
    NOOP_POST("noop-post", null),
    ROUTE("route", NOOP),
    MINT("mint", NOOP),
    TYPING("typing", NOOP),
    INTROSPECT("introspect", NOOP),
    WEBHOOK("webhook", NOOP_POST);

    private final String script;
    private final HotPath baseline;

    HotPath(String script, @Nullable HotPath baseline) {
        this.script = script;
        this.baseline = baseline == null ? this : baseline;
    }

    String script() {
        return script;
    }

    /** Whether work continues on the server after the answer. */
    boolean leavesWork() {
        return this == WEBHOOK;
    }

    /** Whether its time with many identities is compared with its time with few. */
    boolean isCompared() {
        return this == ROUTE || this == NOOP;
    }

    /** Returns the baseline; a baseline returns itself. */
    HotPath baseline() {
        return baseline;
    }
}
