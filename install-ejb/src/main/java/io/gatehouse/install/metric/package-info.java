/** What is counted of chat channels on this node, and what waits on all of them. Must not hold what was said. */
@NullMarked
package io.gatehouse.install.metric;

import org.jspecify.annotations.NullMarked;
