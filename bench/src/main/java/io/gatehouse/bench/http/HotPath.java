package io.gatehouse.bench.http;

import org.jspecify.annotations.Nullable;

/** What is measured, each by the Lua script of its name, beside what does nothing with the same request. */
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

    /** Whether what was asked for is still worked at when the answer is there. */
    boolean leavesWork() {
        return this == WEBHOOK;
    }

    /** Whether its time among many identities is set against its time among few. */
    boolean isCompared() {
        return this == ROUTE || this == NOOP;
    }

    /** Itself where it is the baseline of others. */
    HotPath baseline() {
        return baseline;
    }
}
