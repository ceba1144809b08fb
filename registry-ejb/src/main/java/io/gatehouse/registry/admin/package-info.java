/**
 * What administrators see and do, and which organizations they reach. Changes go through the packages whose rows they
 * are: nothing here may write one itself.
 */
@NullMarked
package io.gatehouse.registry.admin;

import org.jspecify.annotations.NullMarked;
