package io.gatehouse.install.webhook;

import io.gatehouse.install.inbound.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was found in a delivery. */
final class Reading {

    private final List<InboundMessage> messages = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<String, Integer> items = new TreeMap<>();
    private @Nullable String challenge;

    /**
     * What a platform says of a message that went out.
     *
     * @param reference our own id of it, where the platform gives it back
     * @param failure why it did not reach the person; null if it did, or is on its way
     */
    record Report(
            String platformMessageId,
            @Nullable String reference,
            @Nullable String failure) {}

    void message(InboundMessage message) {
        messages.add(message);
        count("message");
    }

    void report(Report report, String kind) {
        reports.add(report);
        count(kind);
    }

    /** One more of something that no agent gets. */
    void count(String kind) {
        items.merge(kind, 1, Integer::sum);
    }

    void challenge(String word) {
        challenge = word;
        count("challenge");
    }

    List<InboundMessage> messages() {
        return messages;
    }

    List<Report> reports() {
        return reports;
    }

    /** How many there were of each kind. */
    Map<String, Integer> items() {
        return items;
    }

    @Nullable String challenge() {
        return challenge;
    }
}
