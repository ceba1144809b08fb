/**
 * Messages that wait for their sender to agree to a link: kept sealed, few, and delivered by the way they came in. Must not
 * know what the question is.
 */
@NullMarked
package io.gatehouse.install.held;

import org.jspecify.annotations.NullMarked;
