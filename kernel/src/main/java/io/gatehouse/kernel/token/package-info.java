/** What tells the kind of an opaque token from its text. Must not know who holds a token. */
@NullMarked
package io.gatehouse.kernel.token;

import org.jspecify.annotations.NullMarked;
