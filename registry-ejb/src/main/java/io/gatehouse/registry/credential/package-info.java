/**
 * What proves who calls: tokens, their keys, signing keys, their validation, revocation and mirror. Must not
 * know messages.
 */
@NullMarked
package io.gatehouse.registry.credential;

import org.jspecify.annotations.NullMarked;
