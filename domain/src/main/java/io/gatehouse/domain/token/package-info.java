/** Opaque bearer tokens: their text, hashes and rows. The clear text is never stored. */
@NullMarked
package io.gatehouse.domain.token;

import org.jspecify.annotations.NullMarked;
