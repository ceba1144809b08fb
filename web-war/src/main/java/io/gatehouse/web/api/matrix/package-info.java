/**
 * The Matrix application service API (v1.17), as called by a homeserver: its token, paths, JSON and errors. Must not
 * know how the events are handled.
 */
@NullMarked
package io.gatehouse.web.api.matrix;

import org.jspecify.annotations.NullMarked;
