/**
 * Numbers that users entered: the questions to their accounts, and the effect of the answers. Must not know how
 * questions are worded.
 */
@NullMarked
package io.gatehouse.install.claim.typed;

import org.jspecify.annotations.NullMarked;
