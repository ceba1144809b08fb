package io.gatehouse.blackbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Gatehouse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The landing page of a template, as used by a person in a browser. */
public final class InstallPage {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Chromium browser;
    private final URI address;

    private InstallPage(Chromium browser, URI address) {
        this.browser = browser;
        this.address = address;
    }

    public static InstallPage of(Chromium browser, Gatehouse gatehouse, String slug) {
        return new InstallPage(browser, gatehouse.baseUri().resolve("/install/" + slug));
    }

    public InstallPage open() {
        browser.open(address);
        return this;
    }

    /** Signs in at the development issuer as a new user and returns to the page; returns the user's name. */
    public String signIn() {
        String username = "page-" + UUID.randomUUID();
        signInAs(username);
        return username;
    }

    public void signInAs(String username) {
        browser.find("main a.button").click();
        await("the development issuer", () -> browser.driver().getCurrentUrl().contains("/dev/authorize"));
        browser.find("#username").sendKeys(username);
        browser.driver()
                .findElement(By.xpath("//form[.//input[@id='username']]//button"))
                .click();
        await("the page again", () -> browser.driver().getCurrentUrl().equals(address.toString()));
        assertThat(browser.text()).contains(username + "@example.com");
    }

    public void signOut() {
        browser.find(".visitor button").click();
        await("the page of a stranger", () -> !browser.has("#code"));
    }

    /** The code in the copy field. */
    public String code() {
        return Objects.requireNonNull(browser.find("#code").getAttribute("value"));
    }

    public String link(String host) {
        return Objects.requireNonNull(linkElement(host).getAttribute("href"));
    }

    /** Waits until the QR code next to the link holds that link. */
    public String scan(String host) {
        String[] seen = {""};
        await("the QR code of " + host + " to be its link", () -> {
            seen[0] = link(host);
            return browser.qr(linkElement(host)
                            .findElement(By.xpath("ancestor::li"))
                            .findElement(By.cssSelector(".qr svg")))
                    .equals(Optional.of(seen[0]));
        });
        return seen[0];
    }

    /** The text that a wa.me link puts into the chat. */
    public static String typedBy(String link) {
        return URLDecoder.decode(link.substring(link.indexOf("?text=") + "?text=".length()), StandardCharsets.UTF_8);
    }

    private WebElement linkElement(String host) {
        return browser.find("a.button[href^='https://" + host + "/']");
    }

    /** The text of the install's status. */
    public String status() {
        return browser.find("#status").getText();
    }

    /** Waits until the page shows this text without reloading; returns how long that took. */
    public Duration untilItSays(String text) {
        long start = InstantSource.system().millis();
        await("the page to say: " + text, () -> status().contains(text));
        return Duration.ofMillis(InstantSource.system().millis() - start);
    }

    /** While one page replaces another, an element may be missing or belong to the old page. */
    public void await(String what, java.util.function.BooleanSupplier condition) {
        Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(InstallPage::isOfAPageThatWent)
                .until(condition::getAsBoolean);
    }

    /** Chromium reports it in two ways; one of them is an error that its driver does not know. */
    private static boolean isOfAPageThatWent(Throwable fault) {
        return fault instanceof StaleElementReferenceException
                || fault instanceof NoSuchElementException
                || String.valueOf(fault.getMessage()).contains("does not belong to the document");
    }

    public void givePhone(String number) {
        WebElement field = browser.find("#whatsapp_phone");
        field.clear();
        field.sendKeys(number);
        browser.driver()
                .findElement(By.xpath("//form[.//input[@id='whatsapp_phone']]//button"))
                .click();
    }
}
