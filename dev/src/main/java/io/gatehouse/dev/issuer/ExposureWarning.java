package io.gatehouse.dev.issuer;

import io.gatehouse.kernel.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Warns at the start if the development issuer, which asks for no password, seems to be reachable by others. */
@WebListener
public class ExposureWarning implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(ExposureWarning.class.getName());
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ExposureWarning() {}

    @Inject
    public ExposureWarning(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent begun) {
        text(settings).ifPresent(LOG::warning);
    }

    /** Returns the warning; empty if there is no reason for one. */
    static Optional<String> text(Settings settings) {
        if (settings.isProduction()) {
            return Optional.empty();
        }
        String host = URI.create(settings.publicUrl()).getHost();
        Optional<String> reason = settings.text("mp.jwt.verify.issuer")
                .map(issuer -> "mp.jwt.verify.issuer names an identity provider")
                .or(() -> Optional.ofNullable(host)
                        .filter(name -> !LOOPBACK.contains(name))
                        .map(name -> "gatehouse.public-url is not of this machine"));
        return reason.map(why -> "Anybody who can reach this server signs in as anybody, without a password, at /dev: "
                + why + ", and gatehouse.mode is development. Set gatehouse.mode=production"
                + " (GATEHOUSE_MODE).");
    }
}
