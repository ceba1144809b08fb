/** Opaque bearer tokens: their text, their hashes and their rows. A raw token is never kept. */
@NullMarked
package io.gatehouse.domain.token;

import org.jspecify.annotations.NullMarked;
