/** Conditional requests (RFC 9110 section 13), by the tags of what is asked for. Makes no tags of its own. */
@NullMarked
package io.gatehouse.web.conditional;

import org.jspecify.annotations.NullMarked;
