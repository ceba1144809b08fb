package io.gatehouse.registry.matrix;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Returns the replies of a script, one after another, and records the calls. Calls no homeserver. */
final class ScriptedClient extends HomeserverClient {

    private final Queue<MatrixReply> replies;
    private final List<String> calls;

    ScriptedClient(Queue<MatrixReply> replies, List<String> calls) {
        super(TestHomeserver.resilientClient(TestHomeserver.settings(URI.create("http://127.0.0.1:1"), Map.of())));
        this.replies = replies;
        this.calls = calls;
    }

    @Override
    public MatrixReply ask(MatrixRequest request) {
        calls.add(request.toString());
        return replies.remove();
    }
}
