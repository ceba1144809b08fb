/**
 * What can be installed, and what is: templates, the agents installed from them, and the state that people see.
 * Must not know chats or platforms.
 */
@NullMarked
package io.gatehouse.install.catalog;

import org.jspecify.annotations.NullMarked;
