/** How large a request's body may be, by path. Looks at no content. */
@NullMarked
package io.gatehouse.web.limit;

import org.jspecify.annotations.NullMarked;
