package io.gatehouse.contract.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number that somebody can have, in E.164: plus, country code, national number. Whether it is in a numbering plan
 * of the day is another question ({@link #isKnown()}): plans change, and what is known of them comes later.
 *
 * @param e164 as it was given, where a country has two forms of one number: the {@link #matchKey()} is the same
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    /** Digits of any script, and what people put between them. Letters are none: libphonenumber would dial them. */
    private static final Pattern TYPED = Pattern.compile("[+\uFF0B]?[\\p{Nd}\\p{Zs}().\\-/\u2010-\u2015]+");
    /** Marks of direction, which come along when a number is copied. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private static final int LONGEST_TEXT = 64;

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("a phone number in E.164 is a plus and 7 to 15 digits");
        }
    }

    /**
     * Reads what a person types: international with a plus (or 00), or as one dials within the default region. Empty where
     * there can be no such number: no such country, or a length that its numbers do not have.
     *
     * @param defaultRegion two letters, ISO 3166-1
     */
    public static Optional<PhoneNumber> parse(String text, String defaultRegion) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        String typed = inPlainDigits(INVISIBLE.matcher(text).replaceAll("").strip());
        if (!TYPED.matcher(typed).matches()) {
            return Optional.empty();
        }
        return possible(typed, defaultRegion).or(() -> possibleInItsOtherForm(typed));
    }

    /**
     * Digits of country code and national number, with or without a plus, as a platform vouches for them: no plan is asked.
     * Empty for what is not written so.
     */
    public static Optional<PhoneNumber> ofPlatform(String text) {
        String e164 = text.startsWith("+") ? text : "+" + text;
        return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
    }

    /** Whether the number, in one of its forms, is in its country's numbering plan, as far as that is known here. */
    public boolean isKnown() {
        return isValid(e164) || isValid(matchKey());
    }

    /** Country code and national number. */
    public String digits() {
        return e164.substring(1);
    }

    /** The same for every form in which this number is written. */
    public String matchKey() {
        return NumberVariants.matchKey(digits());
    }

    /** The address of this number's WhatsApp account, if it has one. */
    public String waJid() {
        return digits() + "@s.whatsapp.net";
    }

    public PlatformAccount account() {
        return new PlatformAccount(Namespace.PHONE, e164, matchKey());
    }

    /** The last two digits only: enough for its owner to know it by. */
    public String masked() {
        return "…" + e164.substring(e164.length() - 2);
    }

    /** So that no digit is lost: of the ways in which libphonenumber reads a text, some drop digits of other scripts. */
    private static String inPlainDigits(String text) {
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

    /** A zero that one dials within the country, before what is too short without it: no country is called so. */
    private static boolean keepsTrunkPrefix(Phonenumber.PhoneNumber number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return number.isItalianLeadingZero()
                && !numbers.isValidNumber(number)
                && "0"
                        .equals(numbers.getNddPrefixForRegion(
                                numbers.getRegionCodeForCountryCode(number.getCountryCode()), true));
    }

    /** Numbering plans know the newer form of a number only; the older one is kept as it was given. */
    private static Optional<PhoneNumber> possibleInItsOtherForm(String text) {
        String e164 = PhoneNumberUtil.normalizeDiallableCharsOnly(text);
        if (!E164.matcher(e164).matches()) {
            return Optional.empty();
        }
        PhoneNumber number = new PhoneNumber(e164);
        return possible(number.matchKey(), "ZZ").map(otherForm -> number);
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
