package io.gatehouse.registry.credential.mirror;

import io.gatehouse.kernel.config.SealedBoxProducer;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.matrix.homeserver.HomeserverRecords;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A node that mirrors its database at a homeserver. */
final class TestMirror {

    final MirrorTransactions transactions;
    final MirrorWriter writer;
    final Restoration restoration;

    TestMirror(TestDatabase database, HomeserverRecords records, SetClock clock) {
        this(database, records, clock, Map.of());
    }

    /** @param changed settings that differ from the defaults */
    TestMirror(TestDatabase database, HomeserverRecords records, SetClock clock, Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "gatehouse.encryption.key", key(1),
                "gatehouse.matrix.homeserver-url", "https://homeserver.test",
                "gatehouse.matrix.token-mirror", "true"));
        values.putAll(changed);
        Settings settings = Settings.of(values);
        transactions = new InTransactions(database, clock);
        Mirror mirror =
                new Mirror(records, new MirrorSeal(SealedBoxProducer.sealedBox(settings, new SecureRandom())), clock);
        writer = new MirrorWriter(settings, transactions, mirror, clock);
        restoration = new Restoration(settings, transactions, mirror, records, clock);
    }

    static String key(int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return Base64.getEncoder().encodeToString(key);
    }

    private static final class InTransactions extends MirrorTransactions {

        private final TestDatabase database;

        InTransactions(TestDatabase database, SetClock clock) {
            super(
                    new MirrorStore(database.entityManager()),
                    new MirrorStateStore(database.entityManager()),
                    TestTrail.over(database, clock),
                    new Ids(),
                    clock);
            this.database = database;
        }

        @Override
        public boolean isToBeRestored() {
            return database.tx(() -> super.isToBeRestored());
        }

        @Override
        public boolean isAdopted() {
            return database.tx(() -> super.isAdopted());
        }

        @Override
        public void adopt() {
            database.run(() -> super.adopt());
        }

        @Override
        public void restore(Snapshot snapshot, long sequence, Map<String, Set<String>> roomsByAgent) {
            database.run(() -> super.restore(snapshot, sequence, roomsByAgent));
        }

        @Override
        public Optional<MirrorState> takeTurn() {
            return database.tx(() -> super.takeTurn());
        }

        @Override
        public Snapshot read() {
            return database.tx(() -> super.read());
        }

        @Override
        public void written(UUID turn, long sequence, byte[] digest) {
            database.run(() -> super.written(turn, sequence, digest));
        }

        @Override
        public void release(UUID turn) {
            database.run(() -> super.release(turn));
        }
    }
}
