package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentRegistrations;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.contract.registry.RegistrationResult;
import io.gatehouse.contract.registry.RegistrationResult.NameTooLong;
import io.gatehouse.contract.registry.RegistrationResult.Unavailable;
import io.gatehouse.contract.registry.RegistrationResult.UserIdTaken;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates the user at the homeserver first, outside of any transaction, and then registers the agent. If the homeserver
 * is down, nothing is stored. If the registration fails after that, the user remains without an agent until the
 * registration is repeated.
 */
@Stateless
@Local(AgentRegistrations.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgentRegistrationsBean implements AgentRegistrations {

    private static final Duration RETRY_AFTER_OPERATOR_FIX = Duration.ofMinutes(1);

    private Registrations registrations;
    private Homeserver homeserver;
    private Settings settings;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AgentRegistrationsBean() {}

    @Inject
    public AgentRegistrationsBean(Registrations registrations, Homeserver homeserver, Settings settings) {
        this.registrations = registrations;
        this.homeserver = homeserver;
        this.settings = settings;
    }

    @Override
    public RegistrationResult register(CallingHost caller, AgentName name, @Nullable String displayName) {
        Optional<HostRefusal> hostRefusal = registrations.refusal(caller, name.host());
        if (hostRefusal.isPresent()) {
            return hostRefusal.get();
        }
        Optional<AgentUserId> wanted = AgentUserId.of(name, settings.serverName());
        if (wanted.isEmpty()) {
            return new NameTooLong();
        }
        Optional<AgentUserId> userId = registrations.userIdOf(name, wanted.get());
        if (userId.isEmpty()) {
            return new UserIdTaken(wanted.get());
        }
        HomeserverAnswer<Void> answer = homeserver.ensureUser(userId.get(), displayName);
        if (answer instanceof HomeserverAnswer.Unavailable<Void> outage) {
            return new Unavailable(outage.retryAfter(), outage.why());
        }
        if (answer instanceof Refused<Void> refusal) {
            return refusal.reason() == Reason.NAME_TAKEN
                    ? new UserIdTaken(userId.get())
                    : new Unavailable(RETRY_AFTER_OPERATOR_FIX, refusal.why());
        }
        return registrations.register(caller, name, userId.get(), displayName);
    }
}
