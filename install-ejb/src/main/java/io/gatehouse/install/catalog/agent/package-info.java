/**
 * Installed agents and the mirrored blueprint items of their templates: installing, resyncing, removing. The only
 * package that writes them. Must not know tokens or chats.
 */
@NullMarked
package io.gatehouse.install.catalog.agent;

import org.jspecify.annotations.NullMarked;
