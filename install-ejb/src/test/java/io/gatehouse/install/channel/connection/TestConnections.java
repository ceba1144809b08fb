package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.connection.Connections;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.config.SealedBoxProducer;
import io.gatehouse.kernel.config.Settings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/** The beans of connections, wired over a {@link World}. */
public final class TestConnections {

    public final Connections connections;
    public final OpenConnections open;
    public final ConnectionStore store;
    public final MovedRooms moved;

    private final World world;

    public TestConnections(World world, Settings settings, ConnectionProbe probe) {
        this.world = world;
        store = new ConnectionStore(world.database.entityManager(), world.ids, world.clock);
        SettingsVault vault = new SettingsVault(SealedBoxProducer.sealedBox(settings, new SecureRandom()));
        ConnectionViews views = new ConnectionViews(settings, vault);
        ConnectionForm form = new ConnectionForm(new SettingsCheck(new AccountReader(settings), settings), settings);
        open = new OpenConnections(store, world.newTransaction(), vault, views);
        connections = new ConnectionsBean(
                world.beans.annotated.on(
                        new ConnectionService(store, form, vault, new ConnectionEvents(world.beans.audit), views)),
                open,
                probe);
        moved = new MovedRooms(store, vault, new ConnectionEvents(world.beans.audit), open);
    }

    public TestConnections(World world) {
        this(world, world.settings, connection -> new ConnectionCheck(java.util.List.of()));
    }

    /**
     * Replaces the sealed settings by bytes that cannot be decrypted.
     *
     * @return the former settings, for {@link #seal}
     */
    public byte[] loseSecrets(UUID connectionId) {
        byte[] before = world.database.tx(
                em -> (byte[]) em.createNativeQuery("select sealed_settings from connection where id = ?1")
                        .setParameter(1, connectionId)
                        .getSingleResult());
        seal(connectionId, "not sealed".getBytes(StandardCharsets.US_ASCII));
        return before;
    }

    /** Replaces the sealed settings. */
    public void seal(UUID connectionId, byte[] settings) {
        world.database.run(em -> em.createNativeQuery("update connection set sealed_settings = ?2 where id = ?1")
                .setParameter(1, connectionId)
                .setParameter(2, settings)
                .executeUpdate());
        open.evict(connectionId);
    }
}
