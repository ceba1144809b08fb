package io.gatehouse.install.channel.webhook;

import io.gatehouse.install.channel.inbound.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of a delivery. */
final class Reading {

    private final List<InboundMessage> toProcess = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<String, Integer> items = new TreeMap<>();
    private @Nullable String challenge;

    /**
     * A platform's report about a sent message.
     *
     * @param reference our own id of it, if the platform returns it
     * @param failure why it was not delivered; null if it was, or may still be
     */
    record Report(
            String platformMessageId,
            @Nullable String reference,
            @Nullable String failure) {

        /** Whether it can change the state of a message: it tells a failure, or the outcome of one that it names. */
        boolean mattersToOutbox() {
            return failure != null || reference != null;
        }
    }

    void message(InboundMessage message) {
        toProcess.add(message);
        count("message");
    }

    /** Adds an item without text that is processed all the same. */
    void other(InboundMessage item, String kind) {
        toProcess.add(item);
        count(kind);
    }

    void report(Report report, String kind) {
        reports.add(report);
        count(kind);
    }

    /** Counts an item that is not for an agent. */
    void count(String kind) {
        items.merge(kind, 1, Integer::sum);
    }

    void challenge(String value) {
        challenge = value;
        count("challenge");
    }

    /** Returns the items to process, in the order of the delivery. */
    List<InboundMessage> toProcess() {
        return toProcess;
    }

    /** Returns the text messages. */
    List<InboundMessage> messages() {
        return toProcess.stream().filter(InboundMessage::hasWords).toList();
    }

    List<Report> reports() {
        return reports;
    }

    /** Returns the number of items, by kind. */
    Map<String, Integer> items() {
        return items;
    }

    @Nullable String challenge() {
        return challenge;
    }
}
