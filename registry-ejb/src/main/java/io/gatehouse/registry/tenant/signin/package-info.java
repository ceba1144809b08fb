/** What a first sign-in creates, and the profile that users see. Must not know how a JWT is verified. */
@NullMarked
package io.gatehouse.registry.tenant.signin;

import org.jspecify.annotations.NullMarked;
