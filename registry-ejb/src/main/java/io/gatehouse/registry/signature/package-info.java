/**
 * Keys that hosts sign their requests with, and the requests that were signed with them. A secret is opened for one
 * comparison and gone. Must not know how a request becomes what is signed: that is the edge's.
 */
@NullMarked
package io.gatehouse.registry.signature;

import org.jspecify.annotations.NullMarked;
