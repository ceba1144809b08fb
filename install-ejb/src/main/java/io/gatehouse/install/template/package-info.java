/**
 * The templates that public organizations publish: looking them up, minting install tokens for them, and what a landing
 * page says of them. Must not write.
 */
@NullMarked
package io.gatehouse.install.template;

import org.jspecify.annotations.NullMarked;
