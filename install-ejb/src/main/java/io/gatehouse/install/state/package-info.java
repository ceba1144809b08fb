/** Where users stand with templates, and telling those who wait for it to change. Reads only. */
@NullMarked
package io.gatehouse.install.state;

import org.jspecify.annotations.NullMarked;
