/** The user's own data. An id that belongs to another user is answered like an unknown one: 404. */
@NullMarked
package io.gatehouse.web.api.me;

import org.jspecify.annotations.NullMarked;
