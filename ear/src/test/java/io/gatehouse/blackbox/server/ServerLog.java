package io.gatehouse.blackbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The file that a server logs to. */
public record ServerLog(Path file) {

    /** As Payara Micro with our launcher, Payara Server and WildFly write the level of what is a fault. */
    private static final Pattern FAULT = Pattern.compile("^\\S+ SEVERE |\\[SEVERE\\]|^[0-9:,. -]+ ERROR ");

    /** As all of them begin a record. */
    private static final Pattern RECORD = Pattern.compile("^\\[?\\d{4}-\\d\\d-\\d\\d[T ]");

    private static final Pattern STACK = Pattern.compile("^\\s+at [\\w.$]+[./]");

    /** How much it holds now. */
    public int length() {
        return text().length();
    }

    /** The lines that were logged after it held so much: all that there are, if the server has begun a new file since. */
    public List<String> linesSince(int length) {
        String text = text();
        return Arrays.asList((text.length() < length ? text : text.substring(length)).split("\n", -1));
    }

    /** Those of them that say that something is at fault here. */
    public List<String> faultsSince(int length) {
        return linesSince(length).stream()
                .filter(line -> FAULT.matcher(line).find())
                .toList();
    }

    /** Those, each with the stack below it. */
    public List<String> faultsWithStacksSince(int length) {
        List<String> shown = new ArrayList<>();
        boolean fault = false;
        for (String line : linesSince(length)) {
            fault = FAULT.matcher(line).find()
                    || (fault && !RECORD.matcher(line).find());
            if (fault) {
                shown.add(line.stripTrailing());
            }
        }
        return shown;
    }

    /** Those of them that are of a stack trace. */
    public List<String> stackTracesSince(int length) {
        return linesSince(length).stream()
                .filter(line -> STACK.matcher(line).find())
                .toList();
    }

    private String text() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
