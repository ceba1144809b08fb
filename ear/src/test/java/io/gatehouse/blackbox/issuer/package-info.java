/** A local identity provider that replaces the operator's. Must not know what is tested. */
@NullMarked
package io.gatehouse.blackbox.issuer;

import org.jspecify.annotations.NullMarked;
