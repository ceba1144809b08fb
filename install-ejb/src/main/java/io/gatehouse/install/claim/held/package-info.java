/**
 * Messages that are held until their sender agrees to a link: encrypted, limited in number, and delivered by the
 * implementation for their origin. Must not know the question.
 */
@NullMarked
package io.gatehouse.install.claim.held;

import org.jspecify.annotations.NullMarked;
