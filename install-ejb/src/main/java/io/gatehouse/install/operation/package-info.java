/** What runs by itself, whoever calls. Must not decide anything about people or agents. */
@NullMarked
package io.gatehouse.install.operation;

import org.jspecify.annotations.NullMarked;
