/**
 * What administrators see and do. Every call names the administrator and reaches only the organizations that they
 * administer: an id of another tenant is treated as unknown. Implemented by the registry.
 */
@NullMarked
package io.gatehouse.contract.admin;

import org.jspecify.annotations.NullMarked;
