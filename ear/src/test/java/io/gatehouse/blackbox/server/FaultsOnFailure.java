package io.gatehouse.blackbox.server;

import io.gatehouse.blackbox.cases.LoggingServer;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Adds to the report of a failed test the faults that the server logged meanwhile, with stack traces. */
public final class FaultsOnFailure implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final Namespace OURS = Namespace.create(FaultsOnFailure.class);
    private static final int MAX_LINES = 200;

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        store(context).put("length", log(context).length());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        List<String> lines =
                log(context).faultsWithStacksSince(store(context).getOrDefault("length", Integer.class, 0));
        context.getExecutionException().get().addSuppressed(new FaultsInTheLog(lines));
    }

    private static ServerLog log(ExtensionContext context) {
        return context.getRequiredTestInstances()
                .findInstance(LoggingServer.class)
                .orElseThrow()
                .serverLog();
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(OURS);
    }

    /** Shown below the failure. */
    private static final class FaultsInTheLog extends AssertionError {

        private static final long serialVersionUID = 1L;

        private FaultsInTheLog(List<String> lines) {
            super(lines.isEmpty() ? "the server logged no fault" : "the server logged:\n" + shown(lines));
            setStackTrace(new StackTraceElement[0]);
        }

        private static String shown(List<String> lines) {
            return String.join("\n", lines.subList(0, Math.min(lines.size(), MAX_LINES)));
        }
    }
}
