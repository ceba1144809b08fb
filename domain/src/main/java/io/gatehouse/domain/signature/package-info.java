/** Keys that hosts sign requests with. Must not know how a request is signed. */
@NullMarked
package io.gatehouse.domain.signature;

import org.jspecify.annotations.NullMarked;
