/**
 * Accounts that change hands: who has another account now, and whose number is somebody else's. Ends and makes links by the
 * platform's word alone. Must not know how platforms say it.
 */
@NullMarked
package io.gatehouse.install.move;

import org.jspecify.annotations.NullMarked;
