package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.contract.webhook.WebhookResult;
import io.gatehouse.contract.webhook.Webhooks;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.install.channel.inbound.MessageIntake;
import io.gatehouse.install.channel.metric.ChannelCounts;
import io.gatehouse.install.channel.outbox.DeliveryReports;
import io.gatehouse.kernel.json.LenientObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Verifies, reads and stores deliveries, outside of transactions: storing begins its own. Therefore it is not an EJB.
 */
@ApplicationScoped
public class WebhooksBean implements Webhooks {

    private OpenConnections connections;
    private WebhookReaders readers;
    private MessageIntake intake;
    private DeliveryReports reports;
    private ChannelCounts counts;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public WebhooksBean() {}

    @Inject
    public WebhooksBean(
            OpenConnections connections,
            WebhookReaders readers,
            MessageIntake intake,
            DeliveryReports reports,
            ChannelCounts counts) {
        this.connections = connections;
        this.readers = readers;
        this.intake = intake;
        this.reports = reports;
        this.counts = counts;
    }

    @Override
    public WebhookResult take(String platform, UUID connectionId, WebhookDelivery delivery) {
        Optional<Platform> known = Platform.ofWireName(platform);
        WebhookResult result = known.flatMap(it -> connection(it, connectionId))
                .map(connection -> take(connection, delivery))
                .orElseGet(WebhookResult.UnknownConnection::new);
        known.ifPresent(it -> counts.delivery(it, label(result)));
        return result;
    }

    private WebhookResult take(OpenConnection connection, WebhookDelivery delivery) {
        WebhookReader reader = readers.of(connection.platform());
        if (!reader.isGenuine(connection, delivery)) {
            return new WebhookResult.NotGenuine();
        }
        Optional<LenientObject> body = LenientObject.parse(delivery.body());
        if (body.isEmpty()) {
            return new WebhookResult.Malformed();
        }
        Reading reading = reader.read(connection, body.get());
        intake.take(connection, reading.toProcess());
        reading.reports().stream()
                .filter(
                        Reading.Report
                                ::mattersToOutbox) // most are not about a message in doubt and cost no transaction
                .forEach(report ->
                        reports.take(connection, report.platformMessageId(), report.reference(), report.failure()));
        reading.items().forEach((kind, count) -> counts.items(connection.platform(), kind, count));
        String challenge = reading.challenge();
        return challenge == null ? new WebhookResult.Taken() : new WebhookResult.Challenged(challenge);
    }

    private static String label(WebhookResult result) {
        if (result instanceof WebhookResult.UnknownConnection) {
            return "unknown_connection";
        }
        if (result instanceof WebhookResult.NotGenuine) {
            return "not_genuine";
        }
        return result instanceof WebhookResult.Malformed ? "malformed" : "taken";
    }

    @Override
    public boolean isVerifyToken(UUID connectionId, String token) {
        return connection(Platform.WHATSAPP, connectionId)
                .filter(connection -> Proof.isSame(token, connection.setting(SettingField.VERIFY_TOKEN)))
                .isPresent();
    }

    private Optional<OpenConnection> connection(Platform platform, UUID id) {
        return platform == Platform.MATRIX
                ? Optional.empty()
                : connections.find(id).filter(it -> it.enabled() && it.platform() == platform);
    }
}
