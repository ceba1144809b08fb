/**
 * Calls to other servers that an operator configured, limited in time and size whatever the other side does. Must not
 * know what is fetched.
 */
@NullMarked
package io.gatehouse.web.http;

import org.jspecify.annotations.NullMarked;
