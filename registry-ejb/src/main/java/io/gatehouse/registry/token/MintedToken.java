package io.gatehouse.registry.token;

import io.gatehouse.domain.token.TokenText;
import java.util.UUID;

/** @param text the raw token, for the one answer that mints it; its own text form shows the last four characters only */
public record MintedToken(UUID id, TokenText text) {}
