package io.gatehouse.web.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person goes on after signing in or out: a path of ours. What might lead anywhere else leads to the start. */
record ReturnPath(String text) {

    static final ReturnPath START = new ReturnPath("/session");

    private static final int LONGEST = 500;

    /** One slash, and then no second one: browsers read {@code //} and {@code /\} as the beginning of a host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\<>\"']]*");

    static ReturnPath of(@Nullable String text) {
        return text != null && text.length() <= LONGEST && LOCAL.matcher(text).matches() ? new ReturnPath(text) : START;
    }
}
