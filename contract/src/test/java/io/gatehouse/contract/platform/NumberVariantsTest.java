package io.gatehouse.contract.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.platform.AccountReading.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberVariantsTest {

    private final Accounts accounts = new Accounts("GB");

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(textBlock = """
            Brazil,    5511961234567, 551161234567
            Brazil,    5531987654321, 553187654321
            Brazil,    5585999998888, 558599998888
            Brazil,    5521979123456, 552179123456
            Mexico,    5212221234567, 522221234567
            Mexico,    5215512345678, 525512345678
            Argentina, 5491123456789, 541123456789
            Argentina, 5492214567890, 542214567890
            Ivory Coast Moov,   2250101481234, 22501481234
            Ivory Coast Moov,   2250140481234, 22540481234
            Ivory Coast Moov,   2250173481234, 22573481234
            Ivory Coast MTN,    2250504481234, 22504481234
            Ivory Coast MTN,    2250586481234, 22586481234
            Ivory Coast MTN,    2250595481234, 22595481234
            Ivory Coast Orange, 2250707481234, 22507481234
            Ivory Coast Orange, 2250749481234, 22549481234
            Ivory Coast Orange, 2250798481234, 22598481234
            Benin,     2290197123456, 22997123456
            Benin,     2290161123456, 22961123456
            Gabon,     24166031234,   24106031234
            Gabon,     24162031234,   24102031234
            Gabon,     24165031234,   24105031234
            Gabon,     24174031234,   24104031234
            Gabon,     24177280150,   24107280150
            Gabon,     24177280150,   2417280150
            Vietnam,   841201234567,  84701234567
            Vietnam,   841231234567,  84831234567
            Vietnam,   841691234567,  84391234567
            Vietnam,   841881234567,  84581234567
            Vietnam,   841991234567,  84591234567
            """)
    void theFormsOfOneNumberMatchAndKeepTheirIdentifiers(String country, String longer, String shorter) {
        PlatformAccount longJid = whatsApp(longer + "@s.whatsapp.net");
        PlatformAccount shortJid = whatsApp(shorter + "@s.whatsapp.net");
        assertThat(longJid.matches(shortJid)).isTrue();
        assertThat(shortJid.matches(longJid)).isTrue();
        assertThat(longJid.activeKey()).isEqualTo(shortJid.activeKey());
        assertThat(longJid.identifier()).isEqualTo(longer + "@s.whatsapp.net");
        assertThat(shortJid.identifier()).isEqualTo(shorter + "@s.whatsapp.net");

        PlatformAccount longPhone = phone("+" + longer);
        PlatformAccount shortPhone = phone("+" + shorter);
        assertThat(longPhone.matches(shortPhone)).isTrue();
        assertThat(longPhone.matchKey()).isEqualTo(longJid.matchKey());
        assertThat(longPhone.matches(longJid)).isFalse();
        assertThat(longPhone.identifier()).isEqualTo("+" + longer);
        assertThat(shortPhone.identifier()).isEqualTo("+" + shorter);
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(textBlock = """
            a Brazilian landline and the mobile number with a nine in front, 551123456789,  5511923456789
            a Brazilian landline and the mobile number with a nine in front, 553132345678,  5531932345678
            two Brazilian area codes,                                        5511961234567, 5521961234567
            two Mexican numbers,                                             5212221234567, 5212221234568
            a Mexican number that starts with a one and a shorter one,       521222123456,  52222123456
            Argentina and Brazil,                                            5491123456789, 5591123456789
            two operators of the Ivory Coast,                                22507481234,   2250507481234
            an Ivorian service and a mobile number,                          22580012345,   2250180012345
            an Ivorian landline and a mobile number,                         22520312345,   2250120312345
            a Gabonese landline and a mobile number,                         24101731234,   24171731234
            two Gabonese operators,                                          24106031234,   24176031234
            a Vietnamese number that was never given and one that is,        841301234567,  84301234567
            two British numbers,                                             447911123456,  447911123457
            the same digits in another country,                              12221234567,   522221234567
            """)
    void numbersOfDifferentPeopleNeverMatch(String what, String one, String other) {
        assertThat(whatsApp(one + "@s.whatsapp.net").matches(whatsApp(other + "@s.whatsapp.net")))
                .as(what)
                .isFalse();
    }

    private PlatformAccount whatsApp(String jid) {
        return ((Account) accounts.read(Platform.WHATSAPP, jid)).account();
    }

    private PlatformAccount phone(String e164) {
        return ((Account) accounts.readAlias(Namespace.PHONE, e164)).account();
    }
}
