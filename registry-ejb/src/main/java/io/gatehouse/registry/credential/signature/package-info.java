/**
 * Keys that hosts sign their requests with, and the verification of signed requests. A secret is opened for one
 * comparison and then erased. Must not know how the signature base is built from a request: that belongs to the web
 * tier.
 */
@NullMarked
package io.gatehouse.registry.credential.signature;

import org.jspecify.annotations.NullMarked;
