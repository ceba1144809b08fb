/** How chat messages come in, are answered and go out, on each platform. Must not decide who may install what. */
@NullMarked
package io.gatehouse.install.channel;

import org.jspecify.annotations.NullMarked;
