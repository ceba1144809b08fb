package io.gatehouse.contract.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(textBlock = """
            GB, 07911 123456,            +447911123456
            GB, +44 7911 123456,         +447911123456
            GB, 00447911123456,          +447911123456
            GB, 447911123456,            +447911123456
            GB, (020) 7946 0018,         +442079460018
            GB, +44 (0)20 7946 0018,     +442079460018
            US, (415) 555-2671,          +14155552671
            US, 1-415-555-2671,          +14155552671
            US, +1 415.555.2671,         +14155552671
            GB, +1 415 555 2671,         +14155552671
            CA, 416-555-0123,            +14165550123
            DE, 030 901820,              +4930901820
            DE, 0151 23456789,           +4915123456789
            DE, +49/151/23456789,        +4915123456789
            FR, 06 12 34 56 78,          +33612345678
            FR, +33 6 12 34 56 78,       +33612345678
            ES, 612 34 56 78,            +34612345678
            IT, 312 345 6789,            +393123456789
            IT, 06 1234 5678,            +390612345678
            IE, 085 012 3456,            +353850123456
            NL, 06-12345678,             +31612345678
            CH, 078 123 45 67,           +41781234567
            PL, 512 345 678,             +48512345678
            IN, 081234 56789,            +918123456789
            IN, +91 81234 56789,         +918123456789
            JP, 090-1234-5678,           +819012345678
            CN, 131 2345 6789,           +8613123456789
            SG, 8123 4567,               +6581234567
            AU, 0412 345 678,            +61412345678
            NZ, 021 123 4567,            +64211234567
            ZA, 071 123 4567,            +27711234567
            NG, 0802 123 4567,           +2348021234567
            KE, 0712 123456,             +254712123456
            EG, 010 01234567,            +201001234567
            AE, 050 123 4567,            +971501234567
            IL, 050-234-5678,            +972502345678
            SE, 070-123 45 67,           +46701234567
            BR, (11) 96123-4567,         +5511961234567
            BR, +55 11 96123-4567,       +5511961234567
            BR, (11) 2345-6789,          +551123456789
            MX, 222 123 4567,            +522221234567
            MX, +52 1 222 123 4567,      +5212221234567
            AR, 011 15-2345-6789,        +5491123456789
            AR, +54 9 11 2345-6789,      +5491123456789
            GB, +683 4002,               +6834002
            GB, ＋４４ ７９１１ １２３４５６,  +447911123456
            """)
    void isParsedAsTypedInItsRegion(String region, String typed, String e164) {
        assertThat(PhoneNumber.parse(typed, region)).map(PhoneNumber::e164).contains(e164);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            GB, ''
            GB, +
            GB, 12
            GB, 0791
            GB, 07911 1234567890
            GB, +44 1
            GB, +999 123 456 789
            GB, +0 123 456 789
            GB, not a number
            GB, 07911 CALLME
            US, 1-800-FLOWERS
            GB, tel:+447911123456
            GB, +44 7911 123456 ext. 5
            GB, 07911123456;07911123457
            US, 555-2671
            DE, 0
            FR, 06 12 34 56 7
            IN, 12345
            GB, +33 06 12 34 56 7
            GB, 447911123456@s.whatsapp.net
            GB, 111111111111111111111111111111
            """)
    void isRefusedIfNoSuchNumberIsPossible(String region, String typed) {
        assertThat(PhoneNumber.parse(typed, region)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(textBlock = """
            GB, +44 7700 900321,         +447700900321
            GB, 07700 900321,            +447700900321
            GB, +44 7911 12345,          +44791112345
            GB, +1 555 078 3881,         +15550783881
            US, (123) 456-7890,          +11234567890
            GB, +972 50 123 4567,        +972501234567
            AU, 0412 345 67,             +6141234567
            GB, +225 20 31 23 45 67,     +2252031234567
            """)
    void isAcceptedThoughNoNumberingPlanContainsIt(String region, String typed, String e164) {
        PhoneNumber number = PhoneNumber.parse(typed, region).orElseThrow();

        assertThat(number.e164()).isEqualTo(e164);
        assertThat(number.isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+447911123456",
                "+225 07 48 12 34",
                "+225 07 07 48 12 34",
                "+229 97 12 34 56",
                "+229 01 97 12 34 56",
                "+84 120 123 4567",
                "+241 06 03 12 34",
                "+52 1 222 123 4567",
                "+683 4002",
            })
    void isKnownInEachOfItsForms(String typed) {
        assertThat(PhoneNumber.parse(typed, "GB").orElseThrow().isKnown()).isTrue();
    }

    @Test
    void isParsedWithDirectionalMarks() {
        assertThat(PhoneNumber.parse("\u202A+44 7911\u00A0123456\u202C", "US"))
                .contains(new PhoneNumber("+447911123456"));
        assertThat(PhoneNumber.parse("1".repeat(100_000), "GB")).isEmpty();
    }

    @Test
    void hasAWhatsAppAddress() {
        PhoneNumber number = new PhoneNumber("+447911123456");

        assertThat(number.waJid()).isEqualTo("447911123456@s.whatsapp.net");
        assertThat(number.masked()).isEqualTo("…56");
        assertThat(number.account().activeKey()).isEqualTo("phone:+447911123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "447911123456", "+0447911123456", "+44 7911 123456", "+123456", "+1234567890123456"})
    void acceptsOnlyE164(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
