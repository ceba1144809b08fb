package io.gatehouse.contract.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a typed phone number; the region is on the first line. An accepted number must be valid in every region, and
 * its match key must be its own match key.
 */
public final class PhoneNumberFuzz {

    private static final int MAX_TYPED_LENGTH = 60;
    private static final Set<String> REGIONS = PhoneNumberUtil.getInstance().getSupportedRegions();

    private PhoneNumberFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<String> lines = FuzzText.lines(input, 2);
        String region = REGIONS.contains(lines.get(0)) ? lines.get(0) : "DE";
        Optional<PhoneNumber> number = FuzzLimits.within(() -> PhoneNumber.parse(lines.get(1), region));
        number.ifPresent(it -> check(it, lines.get(1)));
    }

    private static void check(PhoneNumber number, String typed) {
        assertThat(number.e164()).matches("\\+[1-9][0-9]{6,14}");
        assertThat(PhoneNumber.parse(number.e164(), "ZZ"))
                .as("written internationally")
                .contains(number);
        if (typed.startsWith("+") && typed.length() < MAX_TYPED_LENGTH) {
            assertThat(PhoneNumber.parse("\u200E" + typed + "\u202C", "DE"))
                    .as("with marks of direction around it")
                    .contains(number);
        }
        assertThat(NumberVariants.matchKey(number.matchKey().substring(1)))
                .as("the match key of the match key")
                .isEqualTo(number.matchKey());
        assertThat(number.masked())
                .hasSize(3)
                .endsWith(number.e164().substring(number.e164().length() - 2));
        assertThat(new Accounts("US").readAlias(Namespace.PHONE, number.e164()))
                .isEqualTo(new AccountReading.Account(number.account()));
    }
}
