package io.gatehouse.web.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person goes on after signing in or out: a path of ours, with a query. What might lead anywhere else, or is no URI
 * (RFC 3986 section 3.3), leads to the start.
 */
record ReturnPath(String text) {

    static final ReturnPath START = new ReturnPath("/session");

    private static final int LONGEST = 500;

    /** One slash, and then no second one: browsers read {@code //} as the beginning of a host, and a backslash as a slash. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)(?:[A-Za-z0-9._~!$&()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    static ReturnPath of(@Nullable String text) {
        return text != null && text.length() <= LONGEST && LOCAL.matcher(text).matches() ? new ReturnPath(text) : START;
    }
}
