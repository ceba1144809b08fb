/** The headers that every response carries. Must not depend on the content of responses. */
@NullMarked
package io.gatehouse.web.edge.headers;

import org.jspecify.annotations.NullMarked;
