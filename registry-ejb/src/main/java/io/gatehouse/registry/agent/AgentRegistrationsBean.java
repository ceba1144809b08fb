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
import io.gatehouse.registry.homeserver.Homeserver;
import io.gatehouse.registry.homeserver.HomeserverAnswer;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Refused;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the homeserver make the user first, outside of any transaction, and registers then: where the homeserver is down
 * nothing remains, and a user without an agent is nobody's until the registration is made again.
 */
@Stateless
@Local(AgentRegistrations.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgentRegistrationsBean implements AgentRegistrations {

    private static final Duration UNTIL_SOMEONE_LOOKED = Duration.ofMinutes(1);

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
        Optional<HostRefusal> notItsHost = registrations.refusal(caller, name.host());
        if (notItsHost.isPresent()) {
            return notItsHost.get();
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
                    : new Unavailable(UNTIL_SOMEONE_LOOKED, refusal.why());
        }
        return registrations.register(caller, name, userId.get(), displayName);
    }
}
