package io.gatehouse.install.connection;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.ConnectionChange;
import io.gatehouse.contract.connection.ConnectionResult;
import io.gatehouse.contract.connection.ConnectionResult.Done;
import io.gatehouse.contract.connection.ConnectionResult.Fault;
import io.gatehouse.contract.connection.ConnectionResult.Invalid;
import io.gatehouse.contract.connection.ConnectionResult.Unknown;
import io.gatehouse.contract.connection.ConnectionResult.UnknownTemplate;
import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.id.Uuids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes connections inside the caller's transaction, with the audit event of each. */
@Dependent
public class ConnectionService {

    private final ConnectionStore connections;
    private final ConnectionForm form;
    private final SettingsVault vault;
    private final ConnectionEvents events;
    private final ConnectionViews views;

    @Inject
    public ConnectionService(
            ConnectionStore connections,
            ConnectionForm form,
            SettingsVault vault,
            ConnectionEvents events,
            ConnectionViews views) {
        this.connections = connections;
        this.form = form;
        this.vault = vault;
        this.events = events;
        this.views = views;
    }

    ConnectionResult create(Administrator by, NewConnection wanted) {
        List<Fault> faults = new ArrayList<>();
        Optional<Platform> platform = ConnectionForm.platform(wanted.platform(), faults);
        if (platform.isEmpty()) {
            return new Invalid(faults);
        }
        ConnectionForm.Filled filled =
                form.read(platform.get(), wanted.name(), wanted.language(), wanted.apiBaseUrl(), wanted.settings());
        if (!filled.faults().isEmpty()) {
            return new Invalid(filled.faults());
        }
        Optional<Agent> template = template(by, wanted.template());
        if (template.isEmpty()) {
            return new UnknownTemplate();
        }
        Connection connection = connections.make(template.get(), platform.get(), filled.name(), filled.address());
        fill(connection, filled);
        connections.add(connection);
        events.made(by, connection);
        return new Done(views.of(connection));
    }

    ConnectionResult change(Administrator by, UUID id, ConnectionChange change) {
        Optional<Connection> found = connections.lock(scope(by), id);
        if (found.isEmpty()) {
            return new Unknown();
        }
        Connection connection = found.get();
        Map<String, String> settings = present(connection).with(change.settings());
        ConnectionForm.Filled filled = form.read(
                connection.platform(),
                change.name() == null ? connection.name() : change.name(),
                change.language() == null ? connection.language() : change.language(),
                change.apiBaseUrl() == null ? connection.apiBaseUrl() : change.apiBaseUrl(),
                settings);
        if (!filled.faults().isEmpty()) {
            return new Invalid(filled.faults());
        }
        fill(connection, filled);
        if (Boolean.TRUE.equals(change.enabled())) {
            connection.enable();
        } else if (Boolean.FALSE.equals(change.enabled())) {
            connection.disable();
        }
        events.changed(by, connection, changed(connection.platform(), change));
        return new Done(views.of(connection));
    }

    /** Of one whose secrets are lost, what is no secret: the form then misses each that is not in the change. */
    private ConnectionSettings present(Connection connection) {
        return vault.isLost(connection)
                ? ConnectionSettings.withoutSecrets(connection.publicSettings())
                : vault.open(connection);
    }

    boolean remove(Administrator by, UUID id) {
        Optional<Connection> found = connections.lock(scope(by), id);
        found.ifPresent(connection -> {
            connections.remove(connection);
            events.removed(by, connection);
        });
        return found.isPresent();
    }

    private void fill(Connection connection, ConnectionForm.Filled filled) {
        connection.rename(filled.name());
        connection.speak(filled.language());
        connection.callAt(filled.apiBaseUrl());
        connection.configure(
                filled.address(),
                ConnectionSettings.json(filled.settings().shown()),
                vault.seal(connection.id(), filled.settings()));
    }

    private Optional<Agent> template(Administrator by, String idOrSlug) {
        Optional<Agent> template = Uuids.parse(idOrSlug)
                .map(connections::template)
                .orElseGet(() -> connections.template(idOrSlug.toLowerCase(Locale.ROOT)));
        return template.filter(
                agent -> by.ofDeployment() || connections.administers(by.user(), agent.organizationId()));
    }

    /** Whose organizations the administrator is held to; null for all. */
    static @Nullable UserId scope(Administrator by) {
        return by.ofDeployment() ? null : by.user();
    }

    private static Set<String> changed(Platform platform, ConnectionChange change) {
        TreeSet<String> names = SettingField.of(platform).stream()
                .map(SettingField::wireName)
                .filter(change.settings()::containsKey)
                .map(name -> "settings/" + name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (change.name() != null) {
            names.add("name");
        }
        if (change.language() != null) {
            names.add("language");
        }
        if (change.apiBaseUrl() != null) {
            names.add("apiBaseUrl");
        }
        if (change.enabled() != null) {
            names.add("enabled");
        }
        return names;
    }
}
