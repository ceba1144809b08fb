package io.gatehouse.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets at rest with AES-256-GCM, under a key derived from the encryption key.
 *
 * <p>A sealed value consists of one version byte, four bytes of key id, a random 96-bit nonce, the ciphertext and its
 * 128-bit tag. It opens only at the place that it was sealed for, which is the associated data: the column and the row's
 * id, so that a sealed value copied into another row does not open there. Thread-safe.
 */
public final class SealedBox {

    private static final byte VERSION = 1;
    private static final int HEADER_LENGTH = KeyId.OFFSET + KeyId.LENGTH;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final BoxKey current;
    private final @Nullable BoxKey previous;
    private final SecureRandom random;

    /** Pooled: creating and keying a cipher costs more than sealing a message. */
    private final Queue<Cipher> sealers = new ConcurrentLinkedQueue<>();

    public SealedBox(byte[] encryptionKey, SecureRandom random) {
        this(encryptionKey, null, random);
    }

    /** During a rotation: the previous key still opens what it sealed, but seals nothing new. */
    public SealedBox(byte[] encryptionKey, byte @Nullable [] previousKey, SecureRandom random) {
        this.current = BoxKey.from(encryptionKey);
        this.previous = previousKey == null ? null : BoxKey.from(previousKey);
        this.random = random;
    }

    /** @param place such as {@code signing_key.sealed_secret:<id>} */
    public byte[] seal(byte[] secret, String place) {
        byte[] sealed = new byte[HEADER_LENGTH + NONCE_LENGTH + secret.length + TAG_LENGTH];
        sealed[0] = VERSION;
        System.arraycopy(current.id(), 0, sealed, KeyId.OFFSET, KeyId.LENGTH);
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, HEADER_LENGTH, NONCE_LENGTH);
        try {
            Cipher idle = sealers.poll();
            Cipher cipher = idle == null ? Cipher.getInstance(CIPHER) : idle;
            begin(cipher, Cipher.ENCRYPT_MODE, current, sealed, place);
            cipher.doFinal(secret, 0, secret.length, sealed, HEADER_LENGTH + NONCE_LENGTH);
            sealers.add(cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
        return sealed;
    }

    /** Seals a text as its UTF-8 bytes. */
    public byte[] sealText(String secret, String place) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), place);
    }

    /** Opens a text, as {@link #open}. */
    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /**
     * Returns the secret.
     *
     * @throws UnsealException if the value was altered, was sealed for another place, or with a key that is neither the
     *     current nor the previous one
     */
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < HEADER_LENGTH + NONCE_LENGTH + TAG_LENGTH || sealed[0] != VERSION) {
            throw new UnsealException("this is not a sealed value");
        }
        BoxKey key = keyOf(sealed);
        try {
            int offset = HEADER_LENGTH + NONCE_LENGTH;
            Cipher cipher = Cipher.getInstance(CIPHER);
            begin(cipher, Cipher.DECRYPT_MODE, key, sealed, place);
            return cipher.doFinal(sealed, offset, sealed.length - offset);
        } catch (AEADBadTagException e) {
            throw new UnsealException("the sealed value was altered, or belongs elsewhere", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open", e);
        }
    }

    /** Whether the value was sealed with another key than the current one, and should be sealed again. */
    public boolean isStale(byte[] sealed) {
        return !current.sealed(sealed);
    }

    /** Whether the value was sealed with the current or the previous key. Compares key ids; decrypts nothing. */
    public boolean isOurs(byte[] sealed) {
        return current.sealed(sealed) || (previous != null && previous.sealed(sealed));
    }

    private BoxKey keyOf(byte[] sealed) {
        if (current.sealed(sealed)) {
            return current;
        }
        if (previous != null && previous.sealed(sealed)) {
            return previous;
        }
        throw new UnsealException("sealed with a key that is neither gatehouse.encryption.key nor the previous one");
    }

    private static void begin(Cipher cipher, int mode, BoxKey key, byte[] sealed, String place)
            throws GeneralSecurityException {
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_LENGTH * 8, sealed, HEADER_LENGTH, NONCE_LENGTH));
        cipher.updateAAD(sealed, 0, HEADER_LENGTH);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    }

    private static final class BoxKey {

        private final byte[] id;
        private final SecretKeySpec secret;

        private BoxKey(byte[] id, SecretKeySpec secret) {
            this.id = id;
            this.secret = secret;
        }

        static BoxKey from(byte[] encryptionKey) {
            return new BoxKey(
                    KeyId.bytes(encryptionKey),
                    new SecretKeySpec(Hkdf.derive(encryptionKey, "gatehouse/sealed-box/v1", 32), "AES"));
        }

        byte[] id() {
            return id;
        }

        SecretKeySpec secret() {
            return secret;
        }

        boolean sealed(byte[] box) {
            return box.length > HEADER_LENGTH
                    && MessageDigest.isEqual(id, Arrays.copyOfRange(box, KeyId.OFFSET, HEADER_LENGTH));
        }
    }
}
