package io.gatehouse.web.jwt;

import java.io.IOException;

/** Where the document with an issuer's keys is read anew at each call. */
@FunctionalInterface
public interface KeySource {

    /** @throws IOException if it cannot be had; the message is for the operator's log */
    String read() throws IOException;
}
