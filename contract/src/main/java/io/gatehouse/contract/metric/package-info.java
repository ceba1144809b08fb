/** What a node has counted, for whoever watches it. Value types, and the contract of those who count. */
@NullMarked
package io.gatehouse.contract.metric;

import org.jspecify.annotations.NullMarked;
