/**
 * Installed agents and the mirrors of their templates' blueprint items: installing, bringing up to date, removing. The
 * one place that writes them. Must not know of tokens and chat.
 */
@NullMarked
package io.gatehouse.install.agent;

import org.jspecify.annotations.NullMarked;
