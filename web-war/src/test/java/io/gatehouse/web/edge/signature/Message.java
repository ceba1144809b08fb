package io.gatehouse.web.edge.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request that is not sent. */
final class Message implements SignedMessage {

    private final String method;
    private final TargetUri target;
    private final Map<String, List<String>> fields = new TreeMap<>();

    Message(String method, TargetUri target) {
        this.method = method;
        this.target = target;
    }

    static Message post() {
        return new Message("POST", TargetUri.of("https://gatehouse.example", "/bridge/v1/agents", "x=1"));
    }

    Message with(String name, String line) {
        fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(line);
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public TargetUri target() {
        return target;
    }

    @Override
    public List<String> field(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
