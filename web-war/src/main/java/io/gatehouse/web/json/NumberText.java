package io.gatehouse.web.json;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A number as it stands in a JSON text (RFC 8259 section 6). It stays a text until a field asks for its value: what makes
 * numbers of texts differs between servers in which exponents and how many digits it takes, and throws beyond.
 */
record NumberText(String text) {

    /** Longer is no number that anything here counts. */
    private static final int LONGEST = 1_000;

    private static final int MOST_EXPONENT_DIGITS = 4;

    /** @throws MalformedJsonException if it has more digits, or a larger exponent, than are read */
    static NumberText of(String text, Place place) throws MalformedJsonException {
        if (text.length() > LONGEST || exponentDigits(text) > MOST_EXPONENT_DIGITS) {
            throw new MalformedJsonException(place.pointer(), "The number is too large or too precise.");
        }
        return new NumberText(text);
    }

    /** The number where it is a whole one from 0 to the most. */
    OptionalLong countUpTo(long most) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0
                        && number.stripTrailingZeros().scale() <= 0
                ? OptionalLong.of(number.longValueExact())
                : OptionalLong.empty();
    }

    /** Without leading zeros; none where there is no exponent. */
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
