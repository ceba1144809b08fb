package io.gatehouse.web.page.html;

import io.gatehouse.kernel.crypto.Sha256;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A static file of the pages. Its URL contains a digest of its content. */
enum Asset {
    STYLE("page.css", "text/css;charset=UTF-8"),
    SCRIPT("landing.js", "text/javascript;charset=UTF-8"),
    ICON("icon.svg", "image/svg+xml");

    private static final int VERSION_LENGTH = 16;

    private final String fileName;
    private final String mediaType;
    private final String content;
    private final String version;

    Asset(String fileName, String mediaType) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.content = Resources.read(fileName);
        this.version = version(content);
    }

    static Optional<Asset> named(String fileName) {
        return Arrays.stream(values())
                .filter(asset -> asset.fileName.equals(fileName))
                .findFirst();
    }

    String path() {
        return "/assets/" + version + "/" + fileName;
    }

    String version() {
        return version;
    }

    String mediaType() {
        return mediaType;
    }

    String content() {
        return content;
    }

    private static String version(String content) {
        byte[] digest = Sha256.of(content);
        return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
    }
}
