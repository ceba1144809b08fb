package io.gatehouse.kernel.config;

/**
 * The issuer of development, which signs for users without a password. A deployment that holds it has a bean of this type;
 * what production deploys has none, and then a start must be told whose tokens are accepted.
 */
public interface DevelopmentIssuer {}
