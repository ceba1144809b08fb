package io.gatehouse.registry.matrix;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks the homeserver, as often as it is worth it. An outage is an answer too. */
@Dependent
public class HomeserverClient {

    private static final Logger LOG = Logger.getLogger(HomeserverClient.class.getName());

    private final ResilientClient line;

    @Inject
    public HomeserverClient(ResilientClient line) {
        this.line = line;
    }

    public MatrixReply ask(MatrixRequest request) {
        try {
            return line.exchange(request);
        } catch (HomeserverOutageException e) {
            LOG.log(Level.FINE, e, () -> request + ": " + e.getMessage());
            return e.reply();
        } catch (CircuitBreakerOpenException e) {
            return new Unavailable(HomeserverOutageException.REST, "it failed too often just now to be asked");
        } catch (FailsafeException e) {
            LOG.log(Level.FINE, e, () -> request + " was interrupted between two tries");
            return new Unavailable(HomeserverOutageException.REST, "this node stops");
        }
    }
}
