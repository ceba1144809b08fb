package io.gatehouse.install.channel.reply;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognizes YES and NO in all languages, in every chat. Punctuation, emoji, accents, case and width are ignored. A YES
 * must be the whole message. A NO may be followed by other words, so that no refusal is missed. Everything else is not
 * an answer.
 */
public final class AnswerWords {

    /** In characters. A longer message is more than an answer. */
    private static final int MAX_YES_LENGTH = 40;

    private static final int MAX_NO_LENGTH = 80;
    private static final int MAX_READ_LENGTH = 400;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*");

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{4}");

    /** Combining marks of Latin and Arabic letters, and characters that only change how another one looks. */
    private static final Pattern IGNORED =
            Pattern.compile("[\\u0300-\\u036F\\u064B-\\u065F\\uFE00-\\uFE0F\\p{Cf}\\p{Me}'ʼ`]|[\\x{E0100}-\\x{E01EF}]");

    /**
     * With one of these a message is not a clear YES: question marks, crosses, stop signs, and gestures and faces that
     * express refusal, anger or uncertainty.
     */
    private static final Pattern DOUBT =
            Pattern.compile("[?？؟;❓❔⁇⁈⁉❌❎✕✖✗✘☒⛔✋☹\\x{1F44E}\\x{1F590}\\x{1F595}\\x{1F615}\\x{1F61E}"
                    + "\\x{1F620}\\x{1F621}\\x{1F62C}\\x{1F645}\\x{1F6AB}\\x{1F6D1}\\x{1F910}\\x{1F914}\\x{1F91A}\\x{1F922}\\x{1F926}"
                    + "\\x{1F92C}\\x{1F928}\\x{1F937}\\x{1F644}]");

    /** Characters that are typed as an apostrophe but that NFKD decomposes into a space and a mark. */
    private static final Pattern APOSTROPHE = Pattern.compile("[´‘’′᾽]");

    /** Text in scripts that are written without spaces between words. */
    private static final Pattern UNSPACED =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}][^\\p{IsLatin}]*");

    /** In characters: too many words that are not a NO begin with a single such character. */
    private static final int MIN_UNSPACED_LENGTH = 2;

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "io.gatehouse.install.channel.reply.words", Locale.ROOT, AnswerWords.class.getClassLoader());

    private static final Set<List<String>> YES = words("yes.latin", "yes.other");
    private static final Set<List<String>> NO = words("no.latin", "no.other", "no.phrases");
    private static final Set<List<String>> NO_IF_ASKED = words("no.latin", "no.other", "no.phrases", "no.asked");
    private static final Set<String> FILLER_WORDS =
            words("no.company").stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    private static final int MAX_PHRASE_WORDS = Stream.concat(YES.stream(), NO_IF_ASKED.stream())
            .mapToInt(List::size)
            .max()
            .orElse(1);

    private AnswerWords() {}

    /** Whether the message is a YES and nothing else. */
    public static boolean isYes(String message) {
        return message.length() <= MAX_YES_LENGTH
                && YES.contains(read(message))
                && !DOUBT.matcher(message).find();
    }

    /** Returns the four digits after a YES, if the message contains nothing else. */
    public static Optional<String> digitsOfYes(String message) {
        List<String> words = read(message);
        int count = words.isEmpty() ? 0 : words.size() - 1;
        return message.length() <= MAX_YES_LENGTH
                        && count > 0
                        && DIGITS.matcher(words.get(count)).matches()
                        && YES.contains(words.subList(0, count))
                        && !DOUBT.matcher(message).find()
                ? Optional.of(ascii(words.get(count)))
                : Optional.empty();
    }

    /** Whether the message is only an answer, so that it contains nothing for an agent. */
    public static boolean isAnswer(String message) {
        return isYes(message) || isNo(message) || digitsOfYes(message).isPresent();
    }

    private static String ascii(String digits) {
        return digits.codePoints()
                .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                .collect(Collectors.joining());
    }

    /** Whether the message begins with a NO. This counts while a question is open. */
    public static boolean beginsWithNo(String message) {
        return lengthOfNo(splitNo(read(message)), NO_IF_ASKED) > 0;
    }

    /** Whether the message is a NO, optionally with a few accompanying words. This counts if no question is open. */
    public static boolean isNo(String message) {
        if (message.length() > MAX_NO_LENGTH) {
            return false;
        }
        List<String> words = splitNo(read(message));
        int no = lengthOfNo(words, NO);
        return no > 0
                && words.subList(no, words.size()).stream()
                        .allMatch(word -> FILLER_WORDS.contains(word) || NO.contains(List.of(word)));
    }

    /** Splits a leading NO off the first word, in scripts without spaces between words. */
    private static List<String> splitNo(List<String> words) {
        if (words.isEmpty() || !UNSPACED.matcher(words.get(0)).matches()) {
            return words;
        }
        String first = words.get(0);
        for (int length = first.length() - 1; length >= MIN_UNSPACED_LENGTH; length--) {
            if (NO_IF_ASKED.contains(List.of(first.substring(0, length))) && !NO_IF_ASKED.contains(List.of(first))) {
                return Stream.of(
                                Stream.of(first.substring(0, length), first.substring(length)),
                                words.subList(1, words.size()).stream())
                        .flatMap(each -> each)
                        .toList();
            }
        }
        return words;
    }

    /** Returns the number of words of the longest leading NO; 0 if there is none. */
    private static int lengthOfNo(List<String> words, Set<List<String>> phrases) {
        for (int length = Math.min(MAX_PHRASE_WORDS, words.size()); length > 0; length--) {
            if (phrases.contains(words.subList(0, length))) {
                return length;
            }
        }
        return 0;
    }

    private static Set<List<String>> words(String... keys) {
        return Arrays.stream(keys)
                .flatMap(key -> Arrays.stream(TEXTS.getString(key).split(",")))
                .map(AnswerWords::read)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> read(String text) {
        String start = text.length() > MAX_READ_LENGTH ? text.substring(0, MAX_READ_LENGTH) : text;
        String folded = Normalizer.normalize(APOSTROPHE.matcher(start).replaceAll("'"), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        Matcher words = WORD.matcher(IGNORED.matcher(folded).replaceAll(""));
        List<String> read = new ArrayList<>();
        while (words.find()) {
            read.add(words.group());
        }
        return List.copyOf(read);
    }
}
