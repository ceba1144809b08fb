package io.gatehouse.install.channel.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO",
                "no",
                " No ",
                "No.",
                "no!!!",
                "*NO*",
                "“No”",
                "NO 😡",
                "👎 no",
                "ＮＯ",
                "no\n",
                "_no_",
                "NO 🙏",
                "NO\uFE0F",
                "N\u200BO",
                "No thanks",
                "No, thank you!",
                "no, not me",
                "NO - who is this?",
                "nope",
                "Nein",
                "nein danke",
                "Non merci",
                "no gracias",
                "não",
                "NÃO",
                "Nee",
                "hayır",
                "HAYIR",
                "НЕТ",
                "нет, спасибо",
                "नहीं",
                "لا شكرا",
                "stop",
                "STOP.",
                "Not me",
                "That's not me",
                "that’s not me!",
                "wrong number",
                "Das bin ich nicht",
                "不是",
                "いいえ",
                "아니요",
                "nie",
                "不是我",
                "不用了，谢谢",
                "いいえ結構です",
                "아닙니다",
                "no no no"
            })
    void aNoIsRecognizedInEverySpelling(String message) {
        assertThat(AnswerWords.isNo(message)).isTrue();
        assertThat(AnswerWords.beginsWithNo(message)).isTrue();
        assertThat(AnswerWords.isYes(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No problem, what is my balance",
                "no, I mean yes",
                "No idea what this is about, tell me more",
                "nein, das will ich so nicht haben",
                "Stop the music",
                "Cancel it",
                "I said... no, wait, NO"
            })
    void aMessageThatOnlyBeginsWithANoCountsOnlyAfterAQuestion(String message) {
        assertThat(AnswerWords.isNo(message)).isFalse();
        assertThat(AnswerWords.beginsWithNo(message)).isEqualTo(!message.startsWith("I said"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ไม่ใช่ฉัน", "不是我的号码", "不要联系我", "不认识你", "違いますよ", "don´t", "don‘t do that", "don′t"})
    void aNoWithoutSpacesOrWithUnusualApostrophesCountsAfterAQuestion(String message) {
        assertThat(AnswerWords.beginsWithNo(message)).isTrue();
        assertThat(AnswerWords.isNo(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不错", "不好意思，是我", "はい、そうです", "是我", "ใช่ครับ"})
    void aWordThatOnlySharesACharacterWithANoIsNotANo(String message) {
        assertThat(AnswerWords.beginsWithNo(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "👎", "not", "noo", "n o", "oh no", "yes", "nø", "Nobody", "noël", "ok", "normal"})
    void aTextThatOnlyLooksLikeANoIsNotANo(String message) {
        assertThat(AnswerWords.isNo(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YES",
                "yes",
                "Yes!",
                "✅ yes",
                "YES 👍🏽",
                "Ja",
                "JA.",
                "oui",
                "Sí",
                "sì",
                "sim",
                "evet",
                "да",
                "ДА!",
                "हाँ",
                "نعم",
                "はい",
                "네",
                "yes\uFE0F"
            })
    void aYesIsRecognizedInEveryLanguage(String message) {
        assertThat(AnswerWords.isYes(message)).isTrue();
        assertThat(AnswerWords.beginsWithNo(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes please",
                "yesterday",
                "no",
                "yes?",
                "Ja?",
                "YES 👎",
                "yes ❌",
                "yes 🖕",
                "YES 🙅",
                "YES 🙅‍♀️",
                "yes ✖",
                "yes ✖️",
                "yes 🤔",
                "yes ⁉️",
                "yes 🤬",
                "ok",
                "👍",
                "yes yes",
                "yes, who is this?",
                "y e s",
                "",
                "1",
                "tak",
                "TAK!",
                "так",
                "Так 👍",
                "yes\n\nno"
            })
    void anUncertainMessageIsNotAYes(String message) {
        assertThat(AnswerWords.isYes(message)).isFalse();
    }

    @Test
    void noWordIsBothAYesAndANo() {
        for (String word : words("yes.latin", "yes.other")) {
            assertThat(AnswerWords.isYes(word)).as(word).isTrue();
            assertThat(AnswerWords.beginsWithNo(word)).as(word).isFalse();
        }
    }

    @Test
    void noWordIsBothAYesAndAFillerWordOfANo() {
        assertThat(words("yes.latin", "yes.other")).doesNotContainAnyElementsOf(words("no.company"));
    }

    private static List<String> words(String... keys) {
        ResourceBundle bundle = ResourceBundle.getBundle("io.gatehouse.install.channel.reply.words", Locale.ROOT);
        return Arrays.stream(keys)
                .flatMap(key -> Arrays.stream(bundle.getString(key).split(",")))
                .map(String::strip)
                .toList();
    }

    @Test
    void onlyTheBeginningOfALongMessageIsRead() {
        assertThat(AnswerWords.beginsWithNo("No. " + "x ".repeat(100_000))).isTrue();
        assertThat(AnswerWords.isNo("no " + "me ".repeat(100))).isFalse();
        assertThat(AnswerWords.isYes("yes" + " ".repeat(100))).isFalse();
    }
}
