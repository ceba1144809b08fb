package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.ConnectionChange;
import io.gatehouse.contract.connection.ConnectionResult;
import io.gatehouse.contract.connection.ConnectionResult.Done;
import io.gatehouse.contract.connection.ConnectionResult.Fault;
import io.gatehouse.contract.connection.ConnectionResult.Invalid;
import io.gatehouse.contract.connection.ConnectionResult.Unknown;
import io.gatehouse.contract.connection.ConnectionResult.UnknownTemplate;
import io.gatehouse.contract.connection.ConnectionView;
import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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

/**
 * Creates, changes and removes connections, with one audit event each. Joins the caller's transaction or begins one.
 */
@ApplicationScoped
public class ConnectionService {

    private ConnectionStore connections;
    private ConnectionForm form;
    private SettingsVault vault;
    private ConnectionEvents events;
    private ConnectionViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ConnectionService() {}

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

    /** Lists the connections that the administrator may access, newest first. */
    @RetriedTransaction
    public Page<ConnectionView> list(Administrator by, @Nullable UUID before, int limit) {
        List<Connection> oneMore = connections.list(scope(by), before, limit + 1);
        return Page.of(oneMore, limit, connection -> Cursor.of(connection.id())).map(views::of);
    }

    @RetriedTransaction
    public Optional<ConnectionView> find(Administrator by, UUID id) {
        return connections.find(scope(by), id).map(views::of);
    }

    @RetriedTransaction
    public ConnectionResult create(Administrator by, NewConnection wanted) {
        List<Fault> faults = new ArrayList<>();
        Optional<Platform> platform = ConnectionForm.platform(wanted.platform(), faults);
        if (platform.isEmpty()) {
            return new Invalid(faults);
        }
        ConnectionForm.Parsed parsed =
                form.read(platform.get(), wanted.name(), wanted.language(), wanted.apiBaseUrl(), wanted.settings());
        if (!parsed.faults().isEmpty()) {
            return new Invalid(parsed.faults());
        }
        Optional<Agent> template = template(by, wanted.template());
        if (template.isEmpty()) {
            return new UnknownTemplate();
        }
        Connection connection = connections.create(template.get(), platform.get(), parsed.name(), parsed.address());
        fill(connection, parsed);
        connections.add(connection);
        events.created(by, connection);
        return new Done(views.of(connection));
    }

    @RetriedTransaction
    public ConnectionResult change(Administrator by, UUID id, ConnectionChange change) {
        Optional<Connection> found = connections.lock(scope(by), id);
        if (found.isEmpty()) {
            return new Unknown();
        }
        Connection connection = found.get();
        Map<String, String> settings = present(connection).with(change.settings());
        ConnectionForm.Parsed parsed = form.read(
                connection.platform(),
                change.name() == null ? connection.name() : change.name(),
                change.language() == null ? connection.language() : change.language(),
                change.apiBaseUrl() == null ? connection.apiBaseUrl() : change.apiBaseUrl(),
                settings);
        if (!parsed.faults().isEmpty()) {
            return new Invalid(parsed.faults());
        }
        fill(connection, parsed);
        if (Boolean.TRUE.equals(change.enabled())) {
            connection.enable();
        } else if (Boolean.FALSE.equals(change.enabled())) {
            connection.disable();
        }
        events.changed(by, connection, changed(connection.platform(), change));
        return new Done(views.of(connection));
    }

    /**
     * Returns the present settings. If the secrets cannot be decrypted, only the others: the form then reports every
     * secret that the change does not contain as missing.
     */
    private ConnectionSettings present(Connection connection) {
        return vault.isLost(connection)
                ? ConnectionSettings.withoutSecrets(connection.publicSettings())
                : vault.open(connection);
    }

    @RetriedTransaction
    public boolean remove(Administrator by, UUID id) {
        Optional<Connection> found = connections.lock(scope(by), id);
        found.ifPresent(connection -> {
            connections.remove(connection);
            events.removed(by, connection);
        });
        return found.isPresent();
    }

    private void fill(Connection connection, ConnectionForm.Parsed parsed) {
        connection.rename(parsed.name());
        connection.speak(parsed.language());
        connection.callAt(parsed.apiBaseUrl());
        connection.configure(
                parsed.address(),
                ConnectionSettings.json(parsed.settings().shown()),
                vault.seal(connection.id(), parsed.settings()));
    }

    private Optional<Agent> template(Administrator by, String idOrSlug) {
        Optional<Agent> template = Uuids.parse(idOrSlug)
                .map(connections::template)
                .orElseGet(() -> connections.template(idOrSlug.toLowerCase(Locale.ROOT)));
        return template.filter(
                agent -> by.ofDeployment() || connections.administers(by.user(), agent.organizationId()));
    }

    /** Returns the user to whose organizations the administrator is restricted; null if there is no restriction. */
    private static @Nullable UserId scope(Administrator by) {
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
