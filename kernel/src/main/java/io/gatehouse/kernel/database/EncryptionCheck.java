package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.SealedBoxProducer;
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
 * Checks that the encryption key opens the secrets in this database. With a wrong key most features would work, but
 * webhooks, connection checks and signed requests would fail one by one. So the start fails instead, unless the
 * configuration declares the old key as lost ({@link Settings#lostKeys()}).
 *
 * <p>A sealed value in a table of its own identifies the key that the database was created with. If several nodes start
 * at once on an empty database, the table's primary key decides whose key it is. Values that outlive a rotation are
 * checked too: by the key id in each sealed value, without decryption. Sessions, install tokens, answers and messages
 * do not outlive a rotation, and end with their key.
 */
final class EncryptionCheck {

    private static final Logger LOG = Logger.getLogger(EncryptionCheck.class.getName());
    private static final byte[] CONTENT = "gatehouse".getBytes(StandardCharsets.US_ASCII);
    private static final String PLACE = "encryption_check.sealed:1";

    /** The newest key pair: older pairs need not be opened any more. */
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
        box = SealedBoxProducer.sealedBox(settings, new SecureRandom());
    }

    /**
     * @throws ConfigurationException if the database contains values that no key of this node opens
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
                foreign.add(KeyId.ofSealed(present).hex());
            }
            requireOnlyLostKeys(foreign, connections.size(), signingKeys.size());
            write(connection, present);
            requireOurs(connection);
        }
    }

    private void requireOnlyLostKeys(Set<String> foreign, int connections, int signingKeys) {
        Set<String> unknown = foreign.stream().filter(id -> !lost.contains(id)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(refusal(String.join(",", new TreeSet<>(foreign))));
        }
        if (!foreign.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Continuing without the encryption key {0}: the secrets of {1} connections must be set again,"
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

    /**
     * Writes the value, or seals it again if it was sealed with the previous key. Does nothing if another node was
     * first.
     */
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

    /** Checks the row that won, if several nodes wrote it at once. */
    private void requireOurs(Connection connection) throws SQLException {
        byte[] present = present(connection);
        if (present == null || !opens(present)) {
            throw new ConfigurationException(
                    refusal(present == null ? "?" : KeyId.ofSealed(present).hex()));
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

    /** Returns, for each value of the query that no configured key sealed, the id of its key. */
    private List<String> foreign(Connection connection, String query) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String id = KeyId.ofSealed(rows.getBytes(1)).hex();
                if (!known.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
