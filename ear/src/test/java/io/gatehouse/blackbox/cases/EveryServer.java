package io.gatehouse.blackbox.cases;

/** The suites that hold on every server: a new one is named here and nowhere else. */
public interface EveryServer
        extends SmokeCases,
                SecurityCases,
                DevIssuerCases,
                ProblemCases,
                BodyLimitCases,
                OpenApiCases,
                InstallCases,
                ClaimCases,
                SessionCases,
                LandingCases,
                AdminCases,
                AdminTokenCases,
                RegistryCases,
                RegistryRefusalCases,
                TenantCases,
                SignedRequestCases,
                AppServiceCases,
                ConnectionCases,
                WebhookCases,
                ForgedWebhookCases,
                RegistrationFileCases,
                TokenCases,
                OAuthCases,
                TokenExchangeCases,
                ChannelCases {}
