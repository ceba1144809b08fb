/**
 * JSON on the wire, the same on every server: parses RFC 8259 strictly, and writes records. Knows nothing of what the
 * fields mean.
 */
@NullMarked
package io.gatehouse.web.edge.json;

import org.jspecify.annotations.NullMarked;
