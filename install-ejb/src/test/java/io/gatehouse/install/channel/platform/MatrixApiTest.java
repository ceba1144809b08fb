package io.gatehouse.install.channel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.HostedAgent;
import io.gatehouse.contract.message.Messages;
import io.gatehouse.contract.message.OutgoingMessage;
import io.gatehouse.contract.message.SendResult;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.contract.registry.ServingResult;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnectionFixture;
import io.gatehouse.install.channel.platform.Delivery.NotYet;
import io.gatehouse.install.channel.platform.Delivery.Sent;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Matrix client while the registry fails: retries use the same transaction id. */
class MatrixApiTest {

    private static final Outgoing MESSAGE = new Outgoing(UUID.randomUUID(), "!room:example.org", null, "Hi");

    private final Registry registry = new Registry();
    private final OpenConnection connection =
            OpenConnectionFixture.of(Platform.MATRIX, "https://unused.example", Map.of("roomId", MESSAGE.chat()));
    private final MatrixApi api = new MatrixApi(
            registry,
            userId -> Optional.of(new HostedAgent(registry.speaker, UUID.randomUUID(), "host")),
            registry,
            (agent, room) -> Optional.empty(),
            Settings.of(Map.of(
                    "gatehouse.encryption.key",
                    Base64.getEncoder().encodeToString(new byte[32]),
                    "gatehouse.public-url",
                    "https://gatehouse.example")));

    static List<RuntimeException> faultsOfTheRegistry() {
        return List.of(
                new EJBException("a fault behind a bean"),
                new PersistenceException("a fault of the database"),
                new DatabaseAwayException("the database is away", null),
                new DatabaseBusyException(new PersistenceException("a lock was waited for")),
                new LostRaceException("another was first"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheRegistry")
    void aMessageIsDelayedWhileTheServingAgentCannotBeRead(RuntimeException fault) {
        registry.servingFault = fault;

        assertThat(api.send(connection, MESSAGE)).isEqualTo(new NotYet("the registry does not answer"));
        assertThat(registry.sent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheRegistry")
    void aRetryAfterARegistryFailureHasTheSameTransactionId(RuntimeException fault) {
        registry.sendingFault = fault;
        assertThat(api.send(connection, MESSAGE)).isEqualTo(new NotYet("the registry does not answer"));

        registry.sendingFault = null;
        assertThat(api.send(connection, MESSAGE)).isEqualTo(new Sent("$event"));

        assertThat(registry.sent)
                .hasSize(2)
                .extracting(OutgoingMessage::transactionId)
                .containsOnly("reply-" + MESSAGE.id());
    }

    @Test
    void anInternalErrorDelaysTheMessageBecauseSendingItAgainIsSafe() {
        registry.sendingFault = new IllegalStateException("a fault");

        assertThat(api.send(connection, MESSAGE)).isInstanceOf(Delivery.NotYet.class);
    }

    /** A registry with one agent, which serves every template. */
    private static final class Registry implements ServingAgents, Messages {

        private final AgentSender speaker = new AgentSender(UUID.randomUUID(), new AgentUserId("@agent-a-b:example"));
        private final List<OutgoingMessage> sent = new ArrayList<>();

        private @Nullable RuntimeException servingFault;
        private @Nullable RuntimeException sendingFault;

        @Override
        public ServingResult serve(UUID templateAgentId, @Nullable AgentUserId agentUserId, String actor) {
            throw new UnsupportedOperationException("it serves");
        }

        @Override
        public Optional<ServingAgent> servingAgentOf(UUID templateAgentId) {
            if (servingFault != null) {
                throw servingFault;
            }
            return Optional.of(new ServingAgent(speaker.agentId(), speaker.userId()));
        }

        @Override
        public SendResult send(AgentSender by, OutgoingMessage message) {
            sent.add(message);
            if (sendingFault != null) {
                throw sendingFault;
            }
            return new SendResult.Sent("$event");
        }

        @Override
        public SendResult type(AgentSender by, String roomId, boolean typing, Duration timeout) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
