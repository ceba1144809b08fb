/** Install tokens, installs of templates, and installed agents. Implemented by the install module. */
@NullMarked
package io.gatehouse.contract.install;

import org.jspecify.annotations.NullMarked;
