package io.gatehouse.domain.account;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form for each phone number that exists in two: the form that decides whether two numbers are the same. Of two
 * numbers that different people can have, it never makes one.
 */
final class NumberVariants {

    /**
     * Brazil: mobile numbers got a ninth digit in front, 9, and WhatsApp keeps many accounts under the eight digits of
     * before. Of eight digits, 6 to 9 in front is a mobile number; 2 to 5 is a landline, which stays as it is.
     */
    private static final Pattern BRAZIL_WITHOUT_NINTH_DIGIT = Pattern.compile("55([1-9][1-9])([6-9]\\d{7})");

    /** Mexico: the mobile digit 1 between country code and the ten digits of the number, abolished in 2019. */
    private static final Pattern MEXICO_WITH_MOBILE_DIGIT = Pattern.compile("521(\\d{10})");

    /** Argentina: the mobile digit 9 between country code and the ten digits of the number. */
    private static final Pattern ARGENTINA_WITH_MOBILE_DIGIT = Pattern.compile("549(\\d{10})");

    private NumberVariants() {}

    /**
     * The match key of a number.
     *
     * @param digits country code and national number
     */
    static String matchKey(String digits) {
        Matcher brazil = BRAZIL_WITHOUT_NINTH_DIGIT.matcher(digits);
        if (brazil.matches()) {
            return "+55" + brazil.group(1) + "9" + brazil.group(2);
        }
        Matcher mexico = MEXICO_WITH_MOBILE_DIGIT.matcher(digits);
        if (mexico.matches()) {
            return "+52" + mexico.group(1);
        }
        Matcher argentina = ARGENTINA_WITH_MOBILE_DIGIT.matcher(digits);
        if (argentina.matches()) {
            return "+54" + argentina.group(1);
        }
        return "+" + digits;
    }
}
