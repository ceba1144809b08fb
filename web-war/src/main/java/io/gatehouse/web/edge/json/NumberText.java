package io.gatehouse.web.edge.json;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A number as written in a JSON text (RFC 8259 section 6). It is converted only when a field asks for its value: JSON
 * parsers of different servers accept different exponents and numbers of digits, and throw beyond them.
 */
record NumberText(String text) {

    /** No field needs a longer number. */
    private static final int MAX_LENGTH = 1_000;

    private static final int MAX_EXPONENT_DIGITS = 4;

    /** @throws MalformedJsonException if it has too many digits or too large an exponent */
    static NumberText of(String text, JsonPosition position) throws MalformedJsonException {
        if (text.length() > MAX_LENGTH || exponentDigits(text) > MAX_EXPONENT_DIGITS) {
            throw new MalformedJsonException(position.pointer(), "The number is too large or too precise.");
        }
        return new NumberText(text);
    }

    /** The number, if it is an integer from 0 to {@code max}. */
    OptionalLong countUpTo(long max) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() >= 0
                        && number.compareTo(BigDecimal.valueOf(max)) <= 0
                        && number.stripTrailingZeros().scale() <= 0
                ? OptionalLong.of(number.longValueExact())
                : OptionalLong.empty();
    }

    /** Not counting leading zeros; 0 without an exponent. */
    private static int exponentDigits(String text) {
        int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (mark < 0) {
            return 0;
        }
        int first = mark + 1;
        while (first < text.length() && "+-0".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        return text.length() - first;
    }
}
