/** Form bodies, parsed strictly and the same way on every server. Knows nothing of what the fields mean. */
@NullMarked
package io.gatehouse.web.edge.form;

import org.jspecify.annotations.NullMarked;
