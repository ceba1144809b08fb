/** What is logged when the application has been started. Must not serve requests. */
@NullMarked
package io.gatehouse.web.start;

import org.jspecify.annotations.NullMarked;
