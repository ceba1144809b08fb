package io.gatehouse.registry.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A room of {@link MatrixTwin}, which synchronizes access to it. */
final class TwinRoom {

    private final Set<String> members = new HashSet<>();
    private final Set<String> invited = new HashSet<>();
    private final Set<String> typing = new HashSet<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Integer> joinedAt = new HashMap<>();
    private boolean open;

    private record Message(String sender, String content) {}

    void join(String user) {
        if (members.add(user)) {
            joinedAt.putIfAbsent(user, messages.size());
        }
    }

    void open() {
        open = true;
    }

    void invite(String user) {
        invited.add(user);
    }

    boolean has(String user) {
        return members.contains(user);
    }

    boolean isOpenTo(String user) {
        return open || invited.contains(user) || has(user);
    }

    void send(String sender, String content) {
        messages.add(new Message(sender, content));
    }

    /** Returns what others sent since that user joined. */
    List<String> receivedBy(String user) {
        Integer from = joinedAt.get(user);
        return from == null
                ? List.of()
                : messages.subList(from, messages.size()).stream()
                        .filter(message -> !message.sender().equals(user))
                        .map(Message::content)
                        .toList();
    }

    void type(String user, boolean types) {
        if (types) {
            typing.add(user);
        } else {
            typing.remove(user);
        }
    }

    boolean isTyping(String user) {
        return typing.contains(user);
    }
}
