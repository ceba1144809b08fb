/**
 * HTTP calls to URLs that administrators configured: never to a forbidden address, and with an outcome that says
 * whether the server can have received the request. Must not know which platform is called.
 */
@NullMarked
package io.gatehouse.install.channel.http;

import org.jspecify.annotations.NullMarked;
