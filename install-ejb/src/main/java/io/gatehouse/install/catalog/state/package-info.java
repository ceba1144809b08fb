/** Install states of users with templates, and notification of waiting clients about changes. Reads only. */
@NullMarked
package io.gatehouse.install.catalog.state;

import org.jspecify.annotations.NullMarked;
