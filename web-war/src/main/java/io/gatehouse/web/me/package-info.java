/** What users see and undo of their own. An id of somebody else's is as good as none: 404. */
@NullMarked
package io.gatehouse.web.me;

import org.jspecify.annotations.NullMarked;
