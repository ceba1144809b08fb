package io.gatehouse.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a fuzz input as text, so that seeds can be read and written by hand. */
public final class FuzzText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private FuzzText() {}

    /**
     * Decodes UTF-8, in which a backslash, u and four hexadecimal digits stand for any UTF-16 unit, including unpaired
     * surrogates.
     */
    public static String of(byte[] input) {
        Matcher escapes = ESCAPE.matcher(new String(input, StandardCharsets.UTF_8));
        return escapes.replaceAll(
                escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** Returns exactly {@code count} lines, without their ends; the last one contains the rest. */
    public static List<String> lines(byte[] input, int count) {
        String[] lines = of(input).split("\n", count);
        String[] all = Arrays.copyOf(lines, count);
        Arrays.fill(all, lines.length, count, "");
        return List.of(all);
    }

    public static boolean hasLoneSurrogate(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
