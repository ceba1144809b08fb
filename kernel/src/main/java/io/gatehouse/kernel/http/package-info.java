/**
 * Calls to other servers that an operator configured, limited in time and size whatever the other side does. Must not
 * know what is fetched. Not for chat platforms, whose addresses administrators of organizations choose: the client for
 * those connects to exactly the address that it checked, and tells whether a request was begun, which the JDK's cannot.
 */
@NullMarked
package io.gatehouse.kernel.http;

import org.jspecify.annotations.NullMarked;
