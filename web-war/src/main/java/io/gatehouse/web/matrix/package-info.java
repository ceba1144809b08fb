/**
 * The Matrix application service API (v1.17), as a homeserver calls it: its token, its paths, its JSON and its errors.
 * Must not know what becomes of the events.
 */
@NullMarked
package io.gatehouse.web.matrix;

import org.jspecify.annotations.NullMarked;
