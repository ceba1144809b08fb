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

/** What the value of a key may be, whatever other keys say. */
@FunctionalInterface
interface ValueRule {

    int LONGEST_TEXT = 1_000;

    Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    Pattern STEPS = Pattern.compile("/(?:\\.{0,2})(?:/|$)");

    /** What is wrong, as in {@code is no number}; null if nothing is. */
    @Nullable String fault(String text);

    /** Any text on one line. */
    static ValueRule text() {
        return text -> {
            if (text.codePoints().anyMatch(Character::isISOControl)) {
                return "holds a line end or another control character";
            }
            return text.length() > LONGEST_TEXT ? "is longer than " + LONGEST_TEXT + " characters" : null;
        };
    }

    /** This rule, and then that one. */
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

    static ValueRule count(int least, int most) {
        return text -> {
            if (!text.matches("-?[0-9]+")) {
                return "is no number";
            }
            boolean negative = text.startsWith("-");
            boolean large = text.length() > 10;
            if (!negative && !large && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
                return null;
            }
            return negative ? "is negative" : "is not between " + least + " and " + most;
        };
    }

    static ValueRule duration(Duration shortest, Duration longest) {
        return text -> {
            try {
                Duration duration = Duration.parse(text);
                if (duration.isNegative() || duration.isZero()) {
                    return "is not longer than nothing";
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
                return "is no time of RFC 3339 in UTC, as in 2026-11-24T12:00:00Z";
            }
        };
    }

    static ValueRule path() {
        return text -> {
            try {
                return Path.of(text).toString().isEmpty() ? "is no path" : text().fault(text);
            } catch (InvalidPathException e) {
                return "is no path";
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
                return "is no base64" + how;
            }
        };
    }

    /**
     * An http or https address to put paths after: without user, query and fragment, and without steps in its path.
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
                String where = whereFault(url);
                return where == null ? null : where + how;
            } catch (URISyntaxException e) {
                return "is no http or https address" + how;
            }
        };
    }

    private static @Nullable String whereFault(URI url) {
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
        return STEPS.matcher(path).find() ? "holds '.', '..' or '//' in its path" : null;
    }

    /** Of {@code host:port}; without a port too. */
    static boolean hasPossiblePort(String authority) {
        int colon = authority.lastIndexOf(':');
        if (colon < 0 || authority.endsWith("]")) {
            return true;
        }
        String port = authority.substring(colon + 1);
        return port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
    }
}
