/** What signing in does. Implemented by the registry, called by the web edge. */
@NullMarked
package io.gatehouse.contract.signin;

import org.jspecify.annotations.NullMarked;
