package io.gatehouse.install.connection;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.connection.Connections;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.config.Settings;
import java.security.SecureRandom;

/** The beans of connections, put together over a world. */
public final class TestConnections {

    public final Connections connections;
    public final OpenConnections open;
    public final ConnectionStore store;
    public final MovedRooms moved;

    public TestConnections(World world, Settings settings, ConnectionProbe probe) {
        store = new ConnectionStore(world.database.entityManager(), world.ids, world.clock);
        SettingsVault vault = new SettingsVault(settings, new SecureRandom());
        ConnectionViews views = new ConnectionViews(settings, vault);
        ConnectionForm form = new ConnectionForm(new SettingsCheck(new AccountReader(settings), settings), settings);
        open = new OpenConnections(store, world.newTransaction(), vault, views);
        connections = new AdministeredConnections(
                world.beans.transactions,
                new ConnectionDesk(store, form, vault, new ConnectionEvents(world.beans.audit), views),
                new ConnectionReading(store, views),
                open,
                probe);
        moved = new MovedRooms(store, vault, new ConnectionEvents(world.beans.audit), open);
    }

    public TestConnections(World world) {
        this(world, world.settings, connection -> new ConnectionCheck(java.util.List.of()));
    }
}
