/** Minting install tokens, installing templates, and the agents that were installed. Implemented by the install module. */
@NullMarked
package io.gatehouse.contract.install;

import org.jspecify.annotations.NullMarked;
