/** What stands in the paths of requests. */
@NullMarked
package io.gatehouse.web.path;

import org.jspecify.annotations.NullMarked;
