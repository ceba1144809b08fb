package io.gatehouse.install.channel.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Validates the base URL of an API by its syntax. The addresses that its host resolves to are checked at every call.
 */
public final class ApiAddress {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_PORT = 65_535;

    /**
     * API paths are appended to the base path and must stay below it: no segment is {@code ..}, and none is ambiguous.
     */
    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+,;=:@-]+)*/*");

    private ApiAddress() {}

    /** The result of parsing a base URL. */
    public sealed interface Reading {

        /** @param url without trailing slashes */
        record Accepted(String url) implements Reading {}

        /** @param why the reason, as the continuation of "it …" */
        record Refused(String why) implements Reading {}
    }

    /** @param internal whether plain HTTP and addresses that are not public are allowed */
    public static Reading read(String text, boolean internal) {
        if (text.length() > MAX_LENGTH) {
            return new Reading.Refused("must be at most " + MAX_LENGTH + " characters");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return new Reading.Refused("must be a URL");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(internal && scheme.equals("http"))) {
            return new Reading.Refused(internal ? "must be an http or https URL" : "must be an https URL");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            return new Reading.Refused("must name a host");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            return new Reading.Refused("must have no user, no query and no fragment");
        }
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            return new Reading.Refused("must have a port from 1 to " + MAX_PORT + ", or none");
        }
        if (!PATH.matcher(url.getRawPath()).matches()) {
            return new Reading.Refused(
                    "must have a plain path: ASCII, without empty segments, dots alone, or percent signs");
        }
        if (!internal && ApiClient.isInternalLiteral(url.getHost())) {
            return new Reading.Refused("must be no internal address");
        }
        return new Reading.Accepted(text.replaceAll("/+$", ""));
    }
}
