package io.gatehouse.web.landing;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the inside of an SVG. It stands in the page itself: an address of its own would have to name the code that
 * it shows, and addresses are logged.
 *
 * @param size of the square, quiet zone included, in modules
 * @param path the dark modules, as the {@code d} of an SVG path
 */
record QrCode(int size, String path) {

    /** ISO/IEC 18004: four modules on each side. */
    private static final int QUIET = 4;

    /** @throws IllegalArgumentException if the text is longer than a QR code holds */
    static QrCode of(String text) {
        try {
            // The lowest level makes the largest modules; a screen has no dirt to correct for.
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
            return new QrCode(modules.getWidth() + 2 * QUIET, path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("this cannot be a QR code", e);
        }
    }

    /** One bar for each run of dark modules in a row. */
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
                    bar(path, start + QUIET, y + QUIET, x - start);
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
