/** Parameters in request paths. */
@NullMarked
package io.gatehouse.web.edge.path;

import org.jspecify.annotations.NullMarked;
