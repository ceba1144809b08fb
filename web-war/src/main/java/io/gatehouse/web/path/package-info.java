/** Parameters in request paths. */
@NullMarked
package io.gatehouse.web.path;

import org.jspecify.annotations.NullMarked;
