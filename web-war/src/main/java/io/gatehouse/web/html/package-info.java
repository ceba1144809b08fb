/**
 * Pages for people: templates that escape what they are given, texts in the reader's language, the one style sheet and
 * script, and the headers that allow these and nothing else. Must not know what the pages are about.
 */
@NullMarked
package io.gatehouse.web.html;

import org.jspecify.annotations.NullMarked;
