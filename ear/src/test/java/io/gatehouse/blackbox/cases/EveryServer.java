package io.gatehouse.blackbox.cases;

import io.gatehouse.blackbox.server.FaultsOnFailure;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suites that run on every server. A new suite is named only here. */
@ExtendWith(FaultsOnFailure.class)
public interface EveryServer
        extends LoggingServer,
                SmokeCases,
                SecurityCases,
                DevIssuerCases,
                ProblemCases,
                BodyLimitCases,
                EveryOperationCases,
                MalformedRequestCases,
                BrokenAddressCases,
                UpgradeCases,
                InterruptedRequestCases,
                OpenApiCases,
                InstallCases,
                ClaimCases,
                TypedNumberCases,
                SessionCases,
                LandingCases,
                AdminCases,
                AdminTokenCases,
                RegistryCases,
                RegistryRefusalCases,
                TenantCases,
                NonReadingClientCases,
                SignedRequestCases,
                AppServiceCases,
                ConnectionCases,
                WebhookCases,
                ForgedWebhookCases,
                WhatsAppAccountCases,
                HostileTenantCases,
                RegistrationFileCases,
                TokenCases,
                OAuthCases,
                TokenExchangeCases,
                ChannelCases,
                ServedChatCases,
                OddInputCases {}
