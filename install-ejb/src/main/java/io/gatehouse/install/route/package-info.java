/** Which agent an account's messages go to. Reads only, and as little as it can: it is asked for every message. */
@NullMarked
package io.gatehouse.install.route;

import org.jspecify.annotations.NullMarked;
