/** An identity provider that the tests run themselves, in place of the operator's. Must not know what the tests ask. */
@NullMarked
package io.gatehouse.blackbox.issuer;

import org.jspecify.annotations.NullMarked;
