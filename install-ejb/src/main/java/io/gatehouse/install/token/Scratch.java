package io.gatehouse.install.token;

/** The buffers of one call of a {@link TokenSigner}, so that it allocates only its result. */
final class Scratch {

    final byte[] mac = new byte[HmacSha256.LENGTH];
    final byte[] macText = new byte[TokenSigner.MAC_TEXT_LENGTH];
    final byte[] presentedMacText = new byte[TokenSigner.MAC_TEXT_LENGTH];
    final byte[] presentedMac = new byte[HmacSha256.LENGTH];

    /** The payload to write: a blank at first, then the previous one. */
    final byte[] json;
    /** The payload of a presented token. */
    final byte[] decoded;

    final byte[] payloadText;
    final Latin1Text presented = new Latin1Text(InstallTokens.MAX_LENGTH);

    final byte[] token;

    final byte[] signed = new byte[CompactForm.SIGNED_LENGTH];
    final byte[] compact = new byte[CompactForm.LENGTH];
    final byte[] compactText = new byte[CompactForm.TEXT_LENGTH];
    final byte[] shortMac = new byte[CompactForm.MAC_LENGTH];
    final byte[] presentedShortMac = new byte[CompactForm.MAC_LENGTH];

    Scratch(byte[] blankPayload) {
        this.json = blankPayload;
        this.decoded = new byte[blankPayload.length];
        this.payloadText = new byte[Base64Url.encodedLength(blankPayload.length)];
        this.token = new byte[TokenSigner.PREFIX.length() + payloadText.length + 1 + TokenSigner.MAC_TEXT_LENGTH];
    }
}
