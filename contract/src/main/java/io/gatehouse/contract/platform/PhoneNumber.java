package io.gatehouse.contract.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A possible phone number in E.164: plus, country code, national number. Whether a current numbering plan contains it
 * is a separate question ({@link #isKnown()}): plans change, and the metadata here lags behind.
 *
 * @param e164 as given if a country has two forms of one number: the {@link #matchKey()} is the same
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    /**
     * Digits of any script and the usual separators. Letters are refused: libphonenumber would convert them to digits.
     */
    private static final Pattern TYPED = Pattern.compile("[+\uFF0B]?[\\p{Nd}\\p{Zs}().\\-/\u2010-\u2015]+");
    /** Directional marks, which are copied along with a number. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private static final int MAX_TEXT_LENGTH = 64;

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("a phone number in E.164 is a plus and 7 to 15 digits");
        }
    }

    /**
     * Parses a number as a person types it: international with a plus (or 00), or as dialled within the default region.
     * Empty if no such number can exist: unknown country, or a length that its numbers do not have.
     *
     * @param defaultRegion two letters, ISO 3166-1
     */
    public static Optional<PhoneNumber> parse(String text, String defaultRegion) {
        if (text.length() > MAX_TEXT_LENGTH) {
            return Optional.empty();
        }
        String typed = withAsciiDigits(INVISIBLE.matcher(text).replaceAll("").strip());
        if (!TYPED.matcher(typed).matches()) {
            return Optional.empty();
        }
        return possible(typed, defaultRegion).or(() -> possibleInNewerForm(typed));
    }

    /**
     * Accepts country code and national number, with or without a plus, as vouched for by a platform; consults no
     * numbering plan. Empty if written otherwise.
     */
    public static Optional<PhoneNumber> ofPlatform(String text) {
        String e164 = text.startsWith("+") ? text : "+" + text;
        return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
    }

    /** Whether one of the number's forms is in its country's numbering plan, as far as libphonenumber knows. */
    public boolean isKnown() {
        return isValid(e164) || isValid(matchKey());
    }

    /** Returns country code and national number. */
    public String digits() {
        return e164.substring(1);
    }

    /** Returns the match key, which is equal for all forms of the number. */
    public String matchKey() {
        return NumberVariants.matchKey(digits());
    }

    /** Returns the JID that this number has on WhatsApp if it has an account. */
    public String waJid() {
        return digits() + "@s.whatsapp.net";
    }

    public PlatformAccount account() {
        return new PlatformAccount(Namespace.PHONE, e164, matchKey());
    }

    /** Returns the last two digits only: enough for its owner to recognize it. */
    public String masked() {
        return "…" + e164.substring(e164.length() - 2);
    }

    /** Converts digits of all scripts to ASCII: some parsing paths of libphonenumber drop others. */
    private static String withAsciiDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static Optional<PhoneNumber> possible(String text, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, region);
            String e164 = numbers.format(number, PhoneNumberFormat.E164);
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                            && number.getExtension().isEmpty()
                            && !keepsTrunkPrefix(number)
                            && E164.matcher(e164).matches()
                    ? Optional.of(new PhoneNumber(e164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the number still has a national trunk prefix (0) and is too short without it. Such a number cannot be
     * called from abroad.
     */
    private static boolean keepsTrunkPrefix(Phonenumber.PhoneNumber number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return number.isItalianLeadingZero()
                && !numbers.isValidNumber(number)
                && "0"
                        .equals(numbers.getNddPrefixForRegion(
                                numbers.getRegionCodeForCountryCode(number.getCountryCode()), true));
    }

    /**
     * Accepts a number whose newer form is possible: numbering plans know only the newer form. Keeps the older form as
     * it was given.
     */
    private static Optional<PhoneNumber> possibleInNewerForm(String text) {
        String e164 = PhoneNumberUtil.normalizeDiallableCharsOnly(text);
        if (!E164.matcher(e164).matches()) {
            return Optional.empty();
        }
        PhoneNumber number = new PhoneNumber(e164);
        return possible(number.matchKey(), "ZZ").map(newerForm -> number);
    }

    private static boolean isValid(String e164) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.isValidNumber(numbers.parse(e164, "ZZ"));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
