package io.gatehouse.web.message;

import io.gatehouse.contract.message.Speaker;
import java.util.UUID;

/**
 * For whom a call is made, and by which token.
 *
 * @param tokenId the wait ends when it is revoked
 */
record Listener(Speaker speaker, UUID tokenId) {}
