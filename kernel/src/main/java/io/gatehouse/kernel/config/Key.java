package io.gatehouse.kernel.config;

import java.util.Locale;

/**
 * A key, and what a value of it may be.
 *
 * @param secret whether the value may be in a file that {@code <key>.file} names; it is in no message
 * @param shown whether messages show the value: not that of a secret; nor is an address with a
 *     user or a query, in which one may stand
 */
record Key(String name, boolean secret, boolean shown, ValueRule rule) {

    private static final int LONGEST_SHOWN = 80;

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

    /** @throws ConfigurationException if the text is no value of this key */
    String judged(String text) {
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

    /** One line of bounded length: a value goes into logs and onto terminals. */
    static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }
}
