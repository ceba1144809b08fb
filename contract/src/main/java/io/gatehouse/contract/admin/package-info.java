/**
 * What administrators see and do. Every call names the administrator, and reaches the rows of the organizations that they
 * administer and no others: an id of another tenant is as good as none. Implemented by the registry.
 */
@NullMarked
package io.gatehouse.contract.admin;

import org.jspecify.annotations.NullMarked;
