/**
 * What administrators read and change, and which organizations they may administer. Changes go through the packages
 * that own the rows: nothing here may write a row itself.
 */
@NullMarked
package io.gatehouse.registry.tenant.admin;

import org.jspecify.annotations.NullMarked;
