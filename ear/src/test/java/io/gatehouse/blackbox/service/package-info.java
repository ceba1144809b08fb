/** A service of somebody else's, which knows nothing of Gatehouse but where its keys are. Must not use anything of ours. */
@NullMarked
package io.gatehouse.blackbox.service;

import org.jspecify.annotations.NullMarked;
