package io.gatehouse.contract.platform;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps phone numbers that exist in two forms to one form, the match key, which decides whether two numbers are the
 * same. Never maps numbers of different people to the same key: each old form has a length or prefix that the new plan
 * assigns to no number. WhatsApp keeps the id of an account created before its country changed its numbering plan.
 *
 * <p>A change here changes the keys of stored links, so it needs a migration that rewrites them.
 */
final class NumberVariants {

    private static final List<Variant> VARIANTS = List.of(
            // Brazil, 2012 to 2016: a ninth digit, 9, in front of mobile numbers. Eight digits that begin with 6 to 9
            // are a mobile number; with 2 to 5, a landline, which does not change.
            new Variant("55([1-9][1-9])([6-9]\\d{7})", match -> "55" + match.group(1) + "9" + match.group(2)),
            // Mexico: the mobile digit 1 between country code and the ten digits of the number, abolished in 2019.
            new Variant("521(\\d{10})", match -> "52" + match.group(1)),
            // Argentina: the mobile digit 9 between country code and the ten digits of the number.
            new Variant("549(\\d{10})", match -> "54" + match.group(1)),
            // Cote d'Ivoire, 31 January 2021: two digits of the operator in front of the eight. The second of the old
            // digits identified the operator. 80 and 90 are services, which kept eight digits.
            new Variant("225(0[1-3]|[457][0-3])(\\d{6})", match -> "22501" + match.group(1) + match.group(2)),
            new Variant("225([04-9][4-6])(\\d{6})", match -> "22505" + match.group(1) + match.group(2)),
            new Variant("225([04-9][7-9])(\\d{6})", match -> "22507" + match.group(1) + match.group(2)),
            // Benin, 30 November 2024: 01 in front of all numbers of eight digits.
            new Variant("229(\\d{8})", match -> "22901" + match.group(1)),
            // Gabon, 16 November 2019: the operator's digit in front of the seven, and no zero in calls from abroad,
            // which some omitted before.
            new Variant("2410?([256]\\d{6})", match -> "2416" + match.group(1)),
            new Variant("2410?([47]\\d{6})", match -> "2417" + match.group(1)),
            // Vietnam, 15 September 2018: three digits of the operator became two.
            new Variant("84(1\\d{2})(\\d{7})", NumberVariants::vietnamese));

    private static final Map<String, String> VIETNAM = Map.ofEntries(
            Map.entry("120", "70"),
            Map.entry("121", "79"),
            Map.entry("122", "77"),
            Map.entry("126", "76"),
            Map.entry("128", "78"),
            Map.entry("123", "83"),
            Map.entry("124", "84"),
            Map.entry("125", "85"),
            Map.entry("127", "81"),
            Map.entry("129", "82"),
            Map.entry("162", "32"),
            Map.entry("163", "33"),
            Map.entry("164", "34"),
            Map.entry("165", "35"),
            Map.entry("166", "36"),
            Map.entry("167", "37"),
            Map.entry("168", "38"),
            Map.entry("169", "39"),
            Map.entry("186", "56"),
            Map.entry("188", "58"),
            Map.entry("199", "59"));

    private NumberVariants() {}

    private interface Form {
        String of(Matcher match);
    }

    private record Variant(Pattern old, Form now) {

        Variant(String old, Form now) {
            this(Pattern.compile(old), now);
        }
    }

    /**
     * Returns the match key of a number.
     *
     * @param digits country code and national number
     */
    static String matchKey(String digits) {
        for (Variant variant : VARIANTS) {
            Matcher match = variant.old().matcher(digits);
            if (match.matches()) {
                return "+" + variant.now().of(match);
            }
        }
        return "+" + digits;
    }

    private static String vietnamese(Matcher match) {
        String operator = VIETNAM.get(match.group(1));
        return operator == null ? match.group() : "84" + operator + match.group(2);
    }
}
