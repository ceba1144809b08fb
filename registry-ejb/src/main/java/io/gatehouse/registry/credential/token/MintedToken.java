package io.gatehouse.registry.credential.token;

import io.gatehouse.domain.token.TokenText;
import java.util.UUID;

/**
 * @param text the raw token, for the single answer that returns it; its {@code toString} shows only the last four
 *     characters
 */
public record MintedToken(UUID id, TokenText text) {}
