/**
 * What platforms deliver, from its proof to the messages in it. A delivery is judged before it is read, and what is no message
 * for an agent is counted. Must not work anything off.
 */
@NullMarked
package io.gatehouse.install.webhook;

import org.jspecify.annotations.NullMarked;
