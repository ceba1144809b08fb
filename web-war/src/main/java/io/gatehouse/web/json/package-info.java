/**
 * JSON on the wire, read strictly and written plainly, the same on every server: RFC 8259 without its loopholes in, records
 * out. Knows nothing of what the fields mean.
 */
@NullMarked
package io.gatehouse.web.json;

import org.jspecify.annotations.NullMarked;
