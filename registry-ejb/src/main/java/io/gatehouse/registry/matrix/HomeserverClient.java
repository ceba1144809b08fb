package io.gatehouse.registry.matrix;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Calls the homeserver, with retries. An outage is returned as a reply, not thrown. */
@Dependent
public class HomeserverClient {

    private static final Logger LOG = Logger.getLogger(HomeserverClient.class.getName());

    private final ResilientClient client;

    @Inject
    public HomeserverClient(ResilientClient client) {
        this.client = client;
    }

    public MatrixReply ask(MatrixRequest request) {
        try {
            return client.exchange(request);
        } catch (HomeserverOutageException e) {
            LOG.log(Level.FINE, e, () -> request + ": " + e.getMessage());
            return e.reply();
        } catch (CircuitBreakerOpenException e) {
            return new Unavailable(HomeserverOutageException.RETRY_AFTER, "it failed too often just now to be asked");
        } catch (FailsafeException e) {
            LOG.log(Level.FINE, e, () -> request + " was interrupted between two attempts");
            return new Unavailable(HomeserverOutageException.RETRY_AFTER, "this node stops");
        }
    }
}
