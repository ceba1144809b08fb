package io.gatehouse.kernel.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule for the value of a key, independent of other keys. */
@FunctionalInterface
interface ValueRule {

    int MAX_TEXT_LENGTH = 1_000;

    Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    Pattern DOT_SEGMENTS = Pattern.compile("/(?:\\.{0,2})(?:/|$)");

    /** Returns the fault, such as {@code is no number}; null if there is none. */
    @Nullable String fault(String text);

    /** Any text on one line. */
    static ValueRule text() {
        return text -> {
            if (text.codePoints().anyMatch(Character::isISOControl)) {
                return "holds a line end or another control character";
            }
            return text.length() > MAX_TEXT_LENGTH ? "is longer than " + MAX_TEXT_LENGTH + " characters" : null;
        };
    }

    /** Checks this rule first, then the other. */
    default ValueRule and(ValueRule other) {
        return text -> {
            String fault = fault(text);
            return fault == null ? other.fault(text) : fault;
        };
    }

    static ValueRule matching(String pattern, String complaint) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).matches() ? null : complaint;
    }

    static ValueRule oneOf(String one, String other) {
        return text -> text.equals(one) || text.equals(other) ? null : "is neither '" + one + "' nor '" + other + "'";
    }

    static ValueRule count(int min, int max) {
        return text -> {
            if (!text.matches("-?[0-9]+")) {
                return "is no number";
            }
            boolean negative = text.startsWith("-");
            boolean large = text.length() > 10;
            if (!negative && !large && Long.parseLong(text) >= min && Long.parseLong(text) <= max) {
                return null;
            }
            return negative ? "is negative" : "is not between " + min + " and " + max;
        };
    }

    static ValueRule duration(Duration shortest, Duration longest) {
        return text -> {
            try {
                Duration duration = Duration.parse(text);
                if (duration.isNegative() || duration.isZero()) {
                    return "is not longer than zero";
                }
                boolean within = duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0;
                return within ? null : "is not between " + shortest + " and " + longest;
            } catch (DateTimeParseException | ArithmeticException e) {
                return "is no ISO 8601 duration, as in PT15M";
            }
        };
    }

    static ValueRule instant() {
        return text -> {
            try {
                Instant.parse(text);
                return null;
            } catch (DateTimeParseException e) {
                return "is not an RFC 3339 time in UTC, such as 2026-11-24T12:00:00Z";
            }
        };
    }

    static ValueRule path() {
        return text -> {
            try {
                return Path.of(text).toString().isEmpty() ? "is not a valid path" : text().fault(text);
            } catch (InvalidPathException e) {
                return "is not a valid path";
            }
        };
    }

    /** 32 bytes in base64. */
    static ValueRule encryptionKey() {
        return text -> {
            String how = ": make one with 'openssl rand -base64 32'";
            try {
                boolean fits = Base64.getDecoder().decode(text).length == EncryptionKeys.LENGTH;
                return fits ? null : "is not 32 bytes in base64" + how;
            } catch (IllegalArgumentException e) {
                return "is not base64" + how;
            }
        };
    }

    /**
     * An http or https base address: without user, query or fragment, and without {@code .}, {@code ..} or empty
     * segments in its path.
     *
     * @param example of such an address
     */
    static ValueRule address(String example) {
        return text -> {
            String how = ": write it as in " + example;
            try {
                URI url = new URI(text);
                String scheme = url.getScheme();
                if (scheme == null || !Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))) {
                    return "is no http or https address" + how;
                }
                String where = partFault(url);
                return where == null ? null : where + how;
            } catch (URISyntaxException e) {
                return "is no http or https address" + how;
            }
        };
    }

    private static @Nullable String partFault(URI url) {
        String authority = url.getRawAuthority();
        if (authority == null || url.isOpaque()) {
            return "is no http or https address";
        }
        if (authority.contains("@")) {
            return "names a user";
        }
        if (!HOST_AND_PORT.matcher(authority).matches()) {
            return "names no host";
        }
        if (!hasPossiblePort(authority)) {
            return "names a port that is not between 1 and 65535";
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            return "holds a '?' or a '#', after which no path can follow";
        }
        String path = url.getRawPath().replaceAll("/+$", "");
        return DOT_SEGMENTS.matcher(path).find() ? "holds '.', '..' or '//' in its path" : null;
    }

    /** Whether the port of {@code host:port} is 1 to 65535, or absent. */
    static boolean hasPossiblePort(String authority) {
        int colon = authority.lastIndexOf(':');
        if (colon < 0 || authority.endsWith("]")) {
            return true;
        }
        String port = authority.substring(colon + 1);
        return port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
    }
}
