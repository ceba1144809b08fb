/** What an opaque bearer token allows. Implemented by the registry; holds no secret longer than a call. */
@NullMarked
package io.gatehouse.contract.access;

import org.jspecify.annotations.NullMarked;
