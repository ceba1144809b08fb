package io.gatehouse.web.edge.start;

import io.gatehouse.contract.health.Product;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs versions and environment once at each start: the first question of anyone reading a log. */
@WebListener
public class StartupLog implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(StartupLog.class.getName());

    @Inject
    Product product;

    @Override
    public void contextInitialized(ServletContextEvent begun) {
        LOG.log(Level.INFO, "{0}, on {1}, Java {2} ({3})", new Object[] {
            product.describe(),
            begun.getServletContext().getServerInfo().strip(),
            System.getProperty("java.runtime.version"),
            System.getProperty("java.vendor")
        });
    }
}
