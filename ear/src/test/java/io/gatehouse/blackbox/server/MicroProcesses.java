package io.gatehouse.blackbox.server;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The nodes of one deployment, started together, also on an empty database, as an operator may do. */
public final class MicroProcesses implements BeforeAllCallback, AfterAllCallback {

    private final List<MicroProcess> nodes;

    public MicroProcesses(MicroProcess... nodes) {
        this.nodes = List.of(nodes);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        nodes.forEach(node -> node.beginOnNothing(context.getRequiredTestClass().getSimpleName()));
        nodes.forEach(MicroProcess::awaitReady);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        nodes.forEach(MicroProcess::stop);
    }
}
