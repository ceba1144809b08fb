/**
 * HTML pages: templates that escape their values, texts in the reader's language, the style sheet, the script, and the
 * headers that allow only these. Must not know what the pages are about.
 */
@NullMarked
package io.gatehouse.web.page.html;

import org.jspecify.annotations.NullMarked;
