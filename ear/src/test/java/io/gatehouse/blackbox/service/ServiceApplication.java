package io.gatehouse.blackbox.service;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Its callers are authenticated by the server's own MicroProfile JWT. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
public class ServiceApplication extends Application {}
