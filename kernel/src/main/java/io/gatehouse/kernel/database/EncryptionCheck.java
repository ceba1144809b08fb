package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.KeyId;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether the encryption key opens what this database holds. With another key everything would start and most would
 * work; webhooks, checks of connections and signed requests would fail one by one. So the start fails instead, unless the
 * configuration says that the old key is gone for good ({@link Settings#lostKeys()}).
 *
 * <p>A sealed value in a row of its own says which key the database was begun with. The row's primary key decides, of
 * nodes that start at once on an empty database, whose key it is. What lasts longer than a rotation is looked at besides:
 * by the id of the key in every sealed value, which needs no decryption. Sessions, install tokens, answers and messages
 * last shorter, and end with their key.
 */
final class EncryptionCheck {

    private static final Logger LOG = Logger.getLogger(EncryptionCheck.class.getName());
    private static final byte[] CONTENT = "gatehouse".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLACE = "encryption_check.sealed:1".getBytes(StandardCharsets.US_ASCII);

    /** The newest pair of keys: those before it need not be opened any more. */
    private static final String TOKEN_KEY =
            "select sealed_private_key from token_key_pair order by number desc fetch first 1 rows only";

    private static final String CONNECTIONS =
            "select sealed_settings from connection where sealed_settings is not null";
    private static final String SIGNING_KEYS = "select sealed_secret from signing_key where revoked_at is null"
            + " and (expires_at is null or expires_at > current_timestamp)";

    private final EncryptionKeys keys;
    private final Set<String> known;
    private final Set<String> lost;
    private final SealedBox box;

    EncryptionCheck(Settings settings) {
        keys = settings.encryption();
        byte[] previous = keys.previous();
        known = new TreeSet<>(List.of(KeyId.of(keys.current()).hex()));
        if (previous != null) {
            known.add(KeyId.of(previous).hex());
        }
        lost = settings.lostKeys();
        box = new SealedBox(keys.current(), previous, new SecureRandom());
    }

    /**
     * @throws ConfigurationException if the database holds what no key of this node opens
     * @throws SQLException if the database does not answer
     */
    void require(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            byte[] present = present(connection);
            List<String> connections = foreign(connection, CONNECTIONS);
            List<String> signingKeys = foreign(connection, SIGNING_KEYS);
            Set<String> foreign = new TreeSet<>(connections);
            foreign.addAll(signingKeys);
            if (present == null) {
                foreign.addAll(foreign(connection, TOKEN_KEY));
            } else if (!opens(present)) {
                foreign.add(KeyId.sealing(present).hex());
            }
            requireNoneButLost(foreign, connections.size(), signingKeys.size());
            write(connection, present);
            requireOurs(connection);
        }
    }

    private void requireNoneButLost(Set<String> foreign, int connections, int signingKeys) {
        Set<String> unknown = foreign.stream().filter(id -> !lost.contains(id)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(refusal(String.join(",", new TreeSet<>(foreign))));
        }
        if (!foreign.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Going on without the encryption key {0}: {1} connections wait for their secrets to be set anew,"
                            + " {2} signing keys of hosts are void",
                    new Object[] {String.join(",", foreign), connections, signingKeys});
        }
    }

    private String refusal(String foreign) {
        return "gatehouse.encryption.key (GATEHOUSE_ENCRYPTION_KEY) has the id "
                + KeyId.of(keys.current()) + ", but secrets in this database were sealed with the key of id " + foreign
                + ": set that key again, as gatehouse.encryption.key or as gatehouse.encryption.previous-key. If it is"
                + " gone for good, gatehouse.encryption.lost-key=" + foreign + " goes on without those secrets"
                + " (docs/configuration.md, \"A lost encryption key\").";
    }

    /** Sealed anew where it was sealed with another key than the current one, unless another node was faster. */
    private void write(Connection connection, byte @Nullable [] present) throws SQLException {
        if (present != null && opens(present) && !box.isStale(present)) {
            return;
        }
        String statement = present == null
                ? "insert into encryption_check (sealed, id, sealed_at) values (?, 1, current_timestamp)"
                        + " on conflict do nothing"
                : "update encryption_check set sealed = ?, sealed_at = current_timestamp where id = 1 and sealed = ?";
        try (PreparedStatement write = connection.prepareStatement(statement)) {
            write.setBytes(1, box.seal(CONTENT, PLACE));
            if (present != null) {
                write.setBytes(2, present);
            }
            write.executeUpdate();
        }
    }

    /** After the race, if there was one. */
    private void requireOurs(Connection connection) throws SQLException {
        byte[] present = present(connection);
        if (present == null || !opens(present)) {
            throw new ConfigurationException(
                    refusal(present == null ? "?" : KeyId.sealing(present).hex()));
        }
    }

    private boolean opens(byte[] sealed) {
        try {
            box.open(sealed, PLACE);
            return true;
        } catch (UnsealException e) {
            return false;
        }
    }

    private static byte @Nullable [] present(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select sealed from encryption_check where id = 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
        }
    }

    /** The ids of keys that sealed such values and are none of ours, one for each value. */
    private List<String> foreign(Connection connection, String query) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String id = KeyId.sealing(rows.getBytes(1)).hex();
                if (!known.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
