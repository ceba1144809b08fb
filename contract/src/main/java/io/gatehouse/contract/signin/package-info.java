/** Sign-in of users. Implemented by the registry, called by the web module. */
@NullMarked
package io.gatehouse.contract.signin;

import org.jspecify.annotations.NullMarked;
