/**
 * What runs by itself, whoever calls: the start, readiness, deletion of expired rows. Must not decide anything
 * about agents.
 */
@NullMarked
package io.gatehouse.registry.operation;

import org.jspecify.annotations.NullMarked;
