/**
 * The tokens that ended before their expiry, numbered in the order of the commits, so that every node of a deployment
 * learns of them. Knows nothing of tokens but their ids.
 */
@NullMarked
package io.gatehouse.registry.credential.revocation;

import org.jspecify.annotations.NullMarked;
