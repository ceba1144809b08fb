/** The metrics of a node: value types, and the contract of their sources. */
@NullMarked
package io.gatehouse.contract.metric;

import org.jspecify.annotations.NullMarked;
