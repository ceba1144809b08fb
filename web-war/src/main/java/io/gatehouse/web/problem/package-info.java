/**
 * Errors as RFC 9457 problems, the same whoever finds the fault: a resource, a filter, the authentication mechanism or
 * the server; on the paths of a homeserver, as Matrix errors, on those of OAuth, as its own. Nothing of the inside may leave through here: a 500 says an incident's id, and the log says the rest.
 */
@NullMarked
package io.gatehouse.web.problem;

import org.jspecify.annotations.NullMarked;
