package io.gatehouse.kernel.config;

import java.util.Locale;

/**
 * A configuration key and the rule for its values.
 *
 * @param secret whether the value may be in a file that {@code <key>.file} names; messages never show it
 * @param shown whether messages show the value: false for secrets, and for addresses whose user or query may contain
 *     one
 */
record Key(String name, boolean secret, boolean shown, ValueRule rule) {

    private static final int MAX_SHOWN_LENGTH = 80;

    static Key of(String name, ValueRule rule) {
        return new Key(name, false, true, rule);
    }

    static Key unshown(String name, ValueRule rule) {
        return new Key(name, false, false, rule);
    }

    static Key secret(String name, ValueRule rule) {
        return new Key(name, true, false, rule);
    }

    /** The environment variable that sets the key. */
    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** @throws ConfigurationException if the text is not a valid value of this key */
    String validated(String text) {
        String fault = rule.fault(text);
        if (fault == null) {
            fault = ValueRule.text().fault(text);
        }
        if (fault != null) {
            throw new ConfigurationException(name + (isShown(text) ? "=" + printable(text) : "") + " " + fault);
        }
        return text;
    }

    private boolean isShown(String text) {
        return shown && text.chars().noneMatch(c -> "@?#".indexOf(c) >= 0);
    }

    /** Returns one line of bounded length, safe for logs and terminals. */
    static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MAX_SHOWN_LENGTH ? line : line.substring(0, MAX_SHOWN_LENGTH) + "…";
    }
}
