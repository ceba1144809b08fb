package io.gatehouse.registry.credential.mirror;

import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Base64;

/**
 * Seals the mirror with the encryption key: the homeserver can neither read nor change it, nor exchange parts, nor mix
 * the parts of two mirrors.
 */
@Dependent
class MirrorSeal {

    private static final String SEALED = "sealed";

    private final SealedBox box;

    @Inject
    MirrorSeal(SealedBox box) {
        this.box = box;
    }

    /** Returns the sealed part as account data, a JSON object. */
    String seal(byte[] part, String owner, String place) {
        byte[] sealed = box.seal(part, sealedPlace(owner, place));
        return JsonObjects.builder()
                .add(SEALED, Base64.getEncoder().encodeToString(sealed))
                .build()
                .toString();
    }

    /** @throws ImplausibleMirrorException if the content was not sealed for that place */
    byte[] unseal(String content, String owner, String place) {
        try {
            JsonObject data = JsonObjects.read(content);
            String sealed = data.get(SEALED) instanceof JsonString text ? text.getString() : "";
            return box.open(Base64.getDecoder().decode(sealed), sealedPlace(owner, place));
        } catch (JsonException | IllegalArgumentException | UnsealException e) {
            throw new ImplausibleMirrorException(
                    "the token mirror at the homeserver does not open (" + place
                            + "): it was changed there, or sealed under another gatehouse.encryption.key",
                    e);
        }
    }

    private static String sealedPlace(String owner, String place) {
        return "token_mirror:" + owner + ":" + place;
    }
}
