package io.gatehouse.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.InstallTokenKeys;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.install.token.MintedToken;
import io.gatehouse.install.token.TokenCheck;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Compares minting and verifying an install token with the Java platform's bare MAC over the same bytes: the payload's
 * base64url text for the long form, the 41 signed bytes for the compact form. A mint produces both forms, so it
 * computes both MACs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class InstallTokenBenchmark {

    private final UserId user = UserId.of("https://issuer.example", "alice");
    private final UUID template = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    private final byte[] key = new byte[32];
    private final InstallTokens tokens = new InstallTokens(
            InstallTokenKeys.of(key),
            "https://gatehouse.example",
            Duration.ofMinutes(15),
            Clock.systemUTC(),
            new SecureRandom());
    private final MintedToken minted = tokens.mint(user, template);
    private final byte[] payloadText = minted.longForm()
            .substring("install:".length(), minted.longForm().indexOf('.'))
            .getBytes(US_ASCII);
    private final byte[] compactSigned = new byte[41];
    private final Mac mac = hmacSha256();

    /** The baseline of minting and of verifying the long form. */
    @Benchmark
    public byte[] bareMac() {
        return mac.doFinal(payloadText);
    }

    /** The baseline of verifying the compact form. */
    @Benchmark
    public byte[] bareMacCompact() {
        return mac.doFinal(compactSigned);
    }

    @Benchmark
    public MintedToken mint() {
        return tokens.mint(user, template);
    }

    @Benchmark
    public TokenCheck verify() {
        return tokens.verify(minted.longForm());
    }

    @Benchmark
    public TokenCheck verifyCompact() {
        return tokens.verify(minted.compactForm());
    }

    private Mac hmacSha256() {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
