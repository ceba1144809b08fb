/** The headers that every answer carries. Must not depend on what is answered. */
@NullMarked
package io.gatehouse.web.headers;

import org.jspecify.annotations.NullMarked;
