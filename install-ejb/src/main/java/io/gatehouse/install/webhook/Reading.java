package io.gatehouse.install.webhook;

import io.gatehouse.install.inbound.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was found in a delivery. */
final class Reading {

    private final List<InboundMessage> taken = new ArrayList<>();
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
        taken.add(message);
        count("message");
    }

    /** What has no words, and is worked off all the same. */
    void other(InboundMessage item, String kind) {
        taken.add(item);
        count(kind);
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

    /** All that is to be worked off, in the order of the delivery. */
    List<InboundMessage> taken() {
        return taken;
    }

    /** What people said. */
    List<InboundMessage> messages() {
        return taken.stream().filter(InboundMessage::hasWords).toList();
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
