package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.KeyId;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check of the encryption key at the start, each test on its own database. */
class EncryptionCheckTest {

    private static final byte[] KEY = key(1);
    private static final byte[] OTHER = key(2);

    private static final String INSERT_ORGANIZATION = "insert into organization"
            + " (id, slug, name, visibility, created_at, version) values (?1, ?2, ?2, 'PUBLIC', ?3, 1)";
    private static final String INSERT_HOST =
            "insert into host (id, organization_id, name, created_at, version) values (?1, ?2, ?3, ?4, 1)";

    private TestDatabase database = TestDatabase.fresh(Engine.H2);

    @AfterEach
    void close() {
        database.close();
    }

    private void on(Engine engine) {
        database.close();
        database = TestDatabase.fresh(engine);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstKeyBindsTheDatabaseAndAnotherIsRefused(Engine engine) throws SQLException {
        on(engine);
        start(KEY, null, Map.of());
        start(KEY, null, Map.of());

        assertRefused(OTHER, null, KEY);
    }

    @ParameterizedTest
    @EnumSource
    void ofNodesThatStartAtOnceWithDifferentKeysOneWins(Engine engine) {
        on(engine);

        List<Boolean> started = Crowd.of(8, number -> {
            try {
                start(key(10 + number), null, Map.of());
                return true;
            } catch (ConfigurationException refused) {
                return false;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(started).containsOnlyOnce(true);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsRotatedInTwoSteps(Engine engine) throws SQLException {
        on(engine);
        start(KEY, null, Map.of());
        start(KEY, OTHER, Map.of());
        start(OTHER, KEY, Map.of());
        start(KEY, OTHER, Map.of());
        start(OTHER, KEY, Map.of());
        start(OTHER, null, Map.of());

        assertRefused(KEY, null, OTHER);
    }

    @ParameterizedTest
    @EnumSource
    void anOlderDatabaseRefusesAKeyThatDoesNotOpenIt(Engine engine) throws SQLException {
        on(engine);
        insertTokenKey(KEY);

        assertRefused(OTHER, null, KEY);
        start(KEY, null, Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void thePreviousKeyIsRequiredWhileASigningKeyNeedsIt(Engine engine) throws SQLException {
        on(engine);
        start(KEY, null, Map.of());
        UUID id = insertSigningKey(KEY);
        start(OTHER, KEY, Map.of());

        assertRefused(OTHER, null, KEY);
        database.run(em -> em.createNativeQuery("update signing_key set revoked_at = current_timestamp where id = ?1")
                .setParameter(1, id)
                .executeUpdate());
        start(OTHER, null, Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void aLostKeyIsDeclaredByItsId(Engine engine) throws SQLException {
        on(engine);
        start(KEY, null, Map.of());
        insertSigningKey(KEY);

        assertThatThrownBy(() -> start(OTHER, null, Map.of("gatehouse.encryption.lost-key", "00000000")))
                .isInstanceOf(ConfigurationException.class);
        Map<String, String> lost =
                Map.of("gatehouse.encryption.lost-key", KeyId.of(KEY).hex());
        start(OTHER, null, lost);
        start(OTHER, null, lost);
        assertThatCode(() -> start(key(3), null, lost)).isInstanceOf(ConfigurationException.class);
    }

    private void assertRefused(byte[] key, byte @Nullable [] previous, byte[] sealing) {
        assertThatThrownBy(() -> start(key, previous, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gatehouse.encryption.key (GATEHOUSE_ENCRYPTION_KEY)")
                .hasMessageContaining("gatehouse.encryption.lost-key=" + KeyId.of(sealing))
                .hasMessageNotContaining(text(sealing))
                .hasMessageNotContaining(text(key));
    }

    private void start(byte[] key, byte @Nullable [] previous, Map<String, String> more) throws SQLException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("gatehouse.encryption.key", text(key));
        if (previous != null) {
            settings.put("gatehouse.encryption.previous-key", text(previous));
        }
        new EncryptionCheck(Settings.of(settings)).require(database.dataSource());
    }

    private void insertTokenKey(byte[] key) {
        database.run(em -> em.createNativeQuery("insert into token_key_pair"
                        + " (id, number, public_key, sealed_private_key, created_at, signs_from)"
                        + " values (?1, 1, ?2, ?3, ?4, ?4)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, new byte[] {1})
                .setParameter(3, sealed(key))
                .setParameter(4, OffsetDateTime.parse("2026-11-01T00:00:00Z"))
                .executeUpdate());
    }

    private UUID insertSigningKey(byte[] key) {
        UUID id = UUID.randomUUID();
        UUID organization = UUID.randomUUID();
        UUID host = UUID.randomUUID();
        OffsetDateTime now = OffsetDateTime.parse("2026-11-01T00:00:00Z");
        database.run(em -> {
            em.createNativeQuery(INSERT_ORGANIZATION)
                    .setParameter(1, organization)
                    .setParameter(2, "o-" + organization)
                    .setParameter(3, now)
                    .executeUpdate();
            em.createNativeQuery(INSERT_HOST)
                    .setParameter(1, host)
                    .setParameter(2, organization)
                    .setParameter(3, "h-" + host)
                    .setParameter(4, now)
                    .executeUpdate();
            em.createNativeQuery("insert into signing_key"
                            + " (id, host_id, sealed_secret, last_four, scopes, created_at, version)"
                            + " values (?1, ?2, ?3, 'abcd', 'bridge', ?4, 1)")
                    .setParameter(1, id)
                    .setParameter(2, host)
                    .setParameter(3, sealed(key))
                    .setParameter(4, now)
                    .executeUpdate();
        });
        return id;
    }

    private static byte[] sealed(byte[] key) {
        return new SealedBox(key, new SecureRandom()).seal(new byte[] {1}, "a place");
    }

    private static byte[] key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return key;
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
