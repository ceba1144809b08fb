package io.gatehouse.web.page.landing;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the content of an SVG element. It is embedded in the page: a URL of its own would contain the install
 * code, and URLs are logged.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the dark modules, as the {@code d} attribute of an SVG path
 */
record QrCode(int size, String path) {

    /** ISO/IEC 18004: a quiet zone of four modules on each side. */
    private static final int QUIET_ZONE = 4;

    /** @throws IllegalArgumentException if the text is too long for a QR code */
    static QrCode of(String text) {
        try {
            // The lowest error correction level gives the largest modules; a code on a screen is not damaged.
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
            return new QrCode(modules.getWidth() + 2 * QUIET_ZONE, path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text is too long for a QR code", e);
        }
    }

    /** One horizontal bar for each run of dark modules. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    bar(path, start + QUIET_ZONE, y + QUIET_ZONE, x - start);
                }
                x++;
            }
        }
        return path.toString();
    }

    private static void bar(StringBuilder path, int x, int y, int length) {
        path.append('M')
                .append(x)
                .append(' ')
                .append(y)
                .append('h')
                .append(length)
                .append("v1h-")
                .append(length)
                .append('z');
    }
}
