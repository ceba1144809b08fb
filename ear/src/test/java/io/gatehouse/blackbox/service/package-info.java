/** A third party's service, which knows only where Gatehouse's keys are. Must not use any of our code. */
@NullMarked
package io.gatehouse.blackbox.service;

import org.jspecify.annotations.NullMarked;
