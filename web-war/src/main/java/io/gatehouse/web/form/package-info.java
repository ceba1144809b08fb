/** Forms on the wire, read strictly and the same on every server. Knows nothing of what the fields mean. */
@NullMarked
package io.gatehouse.web.form;

import org.jspecify.annotations.NullMarked;
