/**
 * Calls to other servers that an operator named: each within a time and up to a size, whatever the other side does. Must
 * not know what is asked for.
 */
@NullMarked
package io.gatehouse.web.http;

import org.jspecify.annotations.NullMarked;
