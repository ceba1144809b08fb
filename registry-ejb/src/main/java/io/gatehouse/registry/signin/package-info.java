/** What a first sign-in makes, and what users see of themselves. Must not know how a JWT is verified. */
@NullMarked
package io.gatehouse.registry.signin;

import org.jspecify.annotations.NullMarked;
