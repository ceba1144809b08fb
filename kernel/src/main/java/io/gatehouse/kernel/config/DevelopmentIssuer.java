package io.gatehouse.kernel.config;

/**
 * Marks the development issuer, which signs tokens for users without a password. A deployment that contains it has a bean
 * of this type. The EAR and the WAR for production have none, so their configuration must name an identity provider.
 */
public interface DevelopmentIssuer {}
