package io.gatehouse.blackbox.cases;

import io.gatehouse.blackbox.server.FaultsOnFailure;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suites that hold on every server: a new one is named here and nowhere else. */
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
                BrokenOffRequestCases,
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
                DeafClientCases,
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
