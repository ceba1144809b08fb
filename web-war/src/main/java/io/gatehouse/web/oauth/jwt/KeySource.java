package io.gatehouse.web.oauth.jwt;

import java.io.IOException;

/** Reads the document with an issuer's keys, anew on each call. */
@FunctionalInterface
public interface KeySource {

    /** @throws IOException if it cannot be read; the message is for the operator's log */
    String read() throws IOException;
}
