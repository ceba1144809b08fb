/**
 * What an opaque bearer token or a signed request allows, and ending tokens. Implemented by the registry; holds no secret
 * longer than a call.
 */
@NullMarked
package io.gatehouse.contract.access;

import org.jspecify.annotations.NullMarked;
