package io.gatehouse.web.edge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static JsonBody body(String json) {
        return JsonBody.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem.Fault> faultsOf(String json) {
        return faultsOf(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem.Fault> faultsOf(byte[] json) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> JsonBody.parse(json));
        assertThat(refusal.problem().status()).isEqualTo(400);
        return refusal.problem().errors();
    }

    @Test
    void unknownFieldsAreIgnored() {
        JsonBody body = body("{\"name\":\"x\",\"other\":{\"deep\":[1,2,{}]},\"number\":1e400}");
        assertThat(body.text("name", 10)).isEqualTo("x");
        body.refuseFaults();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "nul",
                "{\"a\":\"\t\"}",
                "{} {}",
                "{}x",
                "{\"a\":1 \"b\":2}",
                "{\"a\":\"\\x\"}",
                "// c\n{}",
                "]",
                "\uFEFF{}"
            })
    void malformedJsonIsRefused(String json) {
        assertThat(faultsOf(json)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
    void onlyObjectsAreAccepted(String json) {
        assertThat(faultsOf(json)).containsExactly(new Problem.Fault("", "must be an object"));
    }

    @Test
    void aDuplicateNameIsReportedWithItsPointer() {
        assertThat(faultsOf("{\"a\":{\"b/c\":1,\"b/c\":2}}").get(0).pointer()).isEqualTo("/a/b~1c");
    }

    @Test
    void deepNestingIsRefusedEarly() {
        assertThat(faultsOf("{\"a\":" + "[".repeat(60_000)).get(0).message()).startsWith("Nested deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1E2147483648", "1e-2147483649", "-1e+10000", "1e00000099999"})
    void aTooLargeExponentIsReportedWithItsPointer(String number) {
        assertThat(faultsOf("{\"a\":{\"b\":[0," + number + "]}}").get(0).pointer())
                .isEqualTo("/a/b/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.", "-", "1e", "-0.00000"})
    void aNumberWithTooManyDigitsIsReportedWithItsPointer(String begin) {
        assertThat(faultsOf("{\"slug\":\"a\",\"a\":" + begin + "1".repeat(1_101) + "}")
                        .get(0)
                        .pointer())
                .isEqualTo("/a");
        assertThat(faultsOf("{\"a\":" + begin + "1".repeat(60_000) + "}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "1e2, 100", "1.50e1, 15", "3.0, 3", "-0, 0", "0e9999, 0", "1e-0, 1"})
    void countsMayUseAnyNotation(String number, long count) {
        JsonBody body = body("{\"n\":" + number + "}");
        assertThat(body.optionalCount("n", 100, 1)).isEqualTo(count);
        body.refuseFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "0.5", "1e9999", "1e-9999", "-1e9999", "9223372036854775808", "\"1\"", "true"})
    void invalidOrTooLargeCountsAreFaults(String number) {
        JsonBody body = body("{\"n\":" + number + "}");
        body.optionalCount("n", 100, 1);
        ProblemException refusal = catchThrowableOfType(ProblemException.class, body::refuseFaults);
        assertThat(refusal.problem().errors())
                .containsExactly(new Problem.Fault("/n", "must be a whole number from 0 to 100"));
    }

    @Test
    void invalidUtf8IsRefused() {
        assertThat(faultsOf(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .containsExactly(new Problem.Fault("", "The body is not UTF-8."));
        assertThat(faultsOf("{}".getBytes(StandardCharsets.UTF_16))).hasSize(1);
    }

    @Test
    void textsThatDatabasesCannotStoreAreRefused() {
        assertThat(faultsOf("{\"a\":\"x\\u0000y\"}").get(0).pointer()).isEqualTo("/a");
        assertThat(faultsOf("{\"a\":\"\\ud800\"}").get(0).pointer()).isEqualTo("/a");
        assertThat(body("{\"a\":\"\\ud83d\\ude00\"}").text("a", 1)).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void allFaultsAreReportedTogether() {
        JsonBody body =
                body("{\"number\":5,\"blank\":\" \",\"nothing\":null,\"long\":\"abcd\",\"id\":\"x\",\"list\":[1]}");
        body.text("number", 10);
        body.text("blank", 10);
        body.text("nothing", 10);
        body.text("missing", 10);
        body.text("long", 3);
        body.optionalId("id");
        body.optionalObjects("list", 5, item -> item.text("x", 1));
        ProblemException refusal = catchThrowableOfType(ProblemException.class, body::refuseFaults);
        assertThat(refusal.problem().errors())
                .extracting(Problem.Fault::pointer)
                .containsExactly("/number", "/blank", "/nothing", "/missing", "/long", "/id", "/list/0");
    }

    @Test
    void faultsInArraysHavePointers() {
        JsonBody body = body("{\"list\":[{\"x\":\"1\"},{\"x\":2}]}");
        body.optionalObjects("list", 5, item -> item.text("x", 5));
        ProblemException refusal = catchThrowableOfType(ProblemException.class, body::refuseFaults);
        assertThat(refusal.problem().errors()).containsExactly(new Problem.Fault("/list/1/x", "must be a string"));
    }
}
