package io.gatehouse.web.page.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person continues after signing in or out: a local path with a query. A value that might lead to another site,
 * or is not a URI (RFC 3986 section 3.3), is replaced by the start page.
 */
record ReturnPath(String text) {

    static final ReturnPath START = new ReturnPath("/session");

    private static final int MAX_LENGTH = 500;

    /**
     * Exactly one slash at the beginning: browsers read {@code //} as the start of a host name, and a backslash as a
     * slash.
     */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)(?:[A-Za-z0-9._~!$&()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    static ReturnPath of(@Nullable String text) {
        return text != null
                        && text.length() <= MAX_LENGTH
                        && LOCAL.matcher(text).matches()
                ? new ReturnPath(text)
                : START;
    }
}
