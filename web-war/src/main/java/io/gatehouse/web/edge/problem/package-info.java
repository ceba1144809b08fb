/**
 * Errors as RFC 9457 problems, the same whether a resource, a filter, the authentication mechanism or the server
 * detects the fault; on the homeserver's paths as Matrix errors, on OAuth paths as OAuth errors. Internals must not
 * leak: a 500 carries an incident id, and only the log has the details.
 */
@NullMarked
package io.gatehouse.web.edge.problem;

import org.jspecify.annotations.NullMarked;
