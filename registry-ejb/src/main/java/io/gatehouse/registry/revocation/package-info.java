/**
 * That tokens ended sooner than they said, numbered in the order of the commits, so that every node of a deployment
 * learns of it. Knows tokens by their ids, and nothing else of them.
 */
@NullMarked
package io.gatehouse.registry.revocation;

import org.jspecify.annotations.NullMarked;
