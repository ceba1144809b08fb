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

/** A server's log file. */
public record ServerLog(Path file) {

    /** The level of faults as written by Payara Micro with our launcher, Payara Server and WildFly. */
    private static final Pattern FAULT = Pattern.compile("^\\S+ SEVERE |\\[SEVERE\\]|^[0-9:,. -]+ ERROR ");

    /** The first line of a record, on all servers. */
    private static final Pattern RECORD = Pattern.compile("^\\[?\\d{4}-\\d\\d-\\d\\d[T ]");

    private static final Pattern STACK = Pattern.compile("^\\s+at [\\w.$]+[./]");

    /** The current length, in characters. */
    public int length() {
        return text().length();
    }

    /** The lines logged after that length; all lines if the server has begun a new file since. */
    public List<String> linesSince(int length) {
        String text = text();
        return Arrays.asList((text.length() < length ? text : text.substring(length)).split("\n", -1));
    }

    /** Those lines that report a fault. */
    public List<String> faultsSince(int length) {
        return linesSince(length).stream()
                .filter(line -> FAULT.matcher(line).find())
                .toList();
    }

    /** Those lines that report a fault, each with its stack trace. */
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

    /** Those lines that belong to a stack trace. */
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
