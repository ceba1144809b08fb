package io.gatehouse.web.edge.payara;

import io.gatehouse.web.edge.problem.BrokenAddressPage;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** On Payara, watches the HTTP listeners that lead to the application, for as long as it is deployed. */
@WebListener
public class ListenerWatch implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(ListenerWatch.class.getName());
    private static final String PAYARA = "Payara";

    private @Nullable PayaraListeners listeners;
    private @Nullable Object probe;
    private @Nullable UpgradeFilters upgrades;

    @Override
    public void contextInitialized(ServletContextEvent begun) {
        ServletContext context = begun.getServletContext();
        if (!context.getServerInfo().contains(PAYARA)) {
            return;
        }
        try {
            ClassLoader server = ListenerWatch.class.getClassLoader();
            PayaraListeners found = new PayaraListeners(server);
            Object watching = ListenerProbe.of(server, context.getContextPath() + BrokenAddressPage.PATH);
            listeners = found;
            probe = watching; // before it is added, so that one that was added to some listeners is removed
            found.add(watching, context.getVirtualServerName());
            UpgradeFilters ignoring = new UpgradeFilters(server);
            upgrades = ignoring;
            ignoring.place(found.filterChains(context.getVirtualServerName()));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "This Payara has other classes than expected: it handles broken addresses, large bodies and upgrades by itself",
                    e);
        }
    }

    /** What stayed with the server would keep the application's classes in memory. */
    @Override
    public void contextDestroyed(ServletContextEvent ended) {
        if (upgrades != null) {
            upgrades.remove();
            upgrades = null;
        }
        if (listeners == null || probe == null) {
            return;
        }
        try {
            listeners.remove(probe);
            probe = null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Payara's HTTP listeners still hold the probe of this deployment", e);
        }
    }
}
