package io.gatehouse.blackbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The machine's Chromium, headless, with a new profile: started at its first use, reset for each test, and closed after
 * the last test of a class. Without Chromium the tests that use it are skipped, unless
 * {@code GATEHOUSE_BROWSER_REQUIRED=true}.
 */
public final class Chromium implements AfterEachCallback, AfterAllCallback {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;
    private static final String AXE = axe();

    /** Silences Selenium, which warns about every browser that is newer than itself. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private @Nullable ChromeDriver driver;

    public ChromeDriver driver() {
        ChromeDriver running = driver;
        if (running == null) {
            running = start();
            driver = running;
            asNew();
        }
        return running;
    }

    public void open(Object address) {
        driver().get(address.toString());
    }

    public WebElement find(String css) {
        return driver().findElement(By.cssSelector(css));
    }

    public boolean has(String css) {
        return !driver().findElements(By.cssSelector(css)).isEmpty();
    }

    /** Whether the element is visible, according to the browser. */
    public boolean shows(String css) {
        return Boolean.TRUE.equals(driver().executeScript("return arguments[0].checkVisibility()", find(css)));
    }

    /** The visible text of the page. */
    public String text() {
        return find("body").getText();
    }

    /** Sets the preferred language. */
    public void read(String language) {
        headers(Map.of("Accept-Language", language));
    }

    private void headers(Map<String, String> more) {
        command("Network.enable", Map.of());
        command("Network.setExtraHTTPHeaders", Map.of("headers", more));
    }

    /** Switches scripts off. */
    public void withoutScripts() {
        scripts(false);
    }

    private void scripts(boolean on) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** Emulates a phone for the rest of the test. */
    public void onAPhone() {
        width(PHONE);
    }

    public void offline(boolean offline) {
        command("Network.enable", Map.of());
        command(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /**
     * Takes screenshots of the page under this name on a phone and a large screen, by day and by night, and fails on
     * faults found by the accessibility checker. The night screenshots differ only in colors.
     */
    public void look(String state) {
        for (int width : new int[] {PHONE, DESKTOP}) {
            width(width);
            for (String scheme : List.of("dark", "light")) {
                scheme(scheme);
                shoot(state + "-" + width + "-" + scheme);
                assertThat(violations(scheme.equals("dark") ? "{runOnly: ['color-contrast']}" : "{}"))
                        .as("what axe finds in %s, %d pixels wide, %s", state, width, scheme)
                        .isEqualTo("[]");
                assertThat(driver().executeScript("return document.documentElement.scrollWidth"))
                        .as("how wide %s is, on a screen that is %d pixels wide", state, width)
                        .isEqualTo((long) width);
            }
        }
    }

    /** The content of the QR code in this element; empty while it cannot be read, for instance while the page moves. */
    @SuppressWarnings("unchecked") // the browser's description of an element's position
    public Optional<String> qr(WebElement element) {
        Map<String, Object> place = (Map<String, Object>) Objects.requireNonNull(driver().executeScript("""
                const place = arguments[0].getBoundingClientRect();
                return {x: place.x + scrollX, y: place.y + scrollY, width: place.width, height: place.height, scale: 2};
                """, element));
        return QrReader.read(capture(place));
    }

    /** Selects the light or dark color scheme and switches animations off, so that screenshots are stable. */
    private void scheme(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    private void width(int width) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width == PHONE));
    }

    /** Takes a screenshot of the page under this name. */
    @SuppressWarnings("unchecked") // the browser's description of the page's size
    public void shoot(String name) {
        Map<String, Object> size =
                (Map<String, Object>) command("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> all = new HashMap<>(size);
        all.put("scale", 1);
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), capture(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A screenshot of a part of the page, whether it is visible or not. */
    private byte[] capture(Map<String, Object> part) {
        Object data = command("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", part))
                .get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    private String violations(String options) {
        if (!Boolean.TRUE.equals(driver().executeScript("return 'axe' in window"))) {
            driver().executeScript(AXE);
        }
        return String.valueOf(driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, %s).then(
                    found => done(JSON.stringify(found.violations.map(
                        it => [it.id, it.help, it.nodes.map(node => node.html + " " + node.failureSummary)]), null, 1)),
                    fault => done(String(fault)));
                """.formatted(options)));
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver().executeCdpCommand(name, parameters);
    }

    private static ChromeDriver start() {
        SELENIUM.setLevel(Level.SEVERE);
        Optional<File> browser = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> control = onPath("chromedriver");
        if (!"true".equals(System.getenv("GATEHOUSE_BROWSER_REQUIRED"))) {
            Assumptions.assumeTrue(
                    browser.isPresent() && control.isPresent(),
                    "there is no Chromium with its chromedriver on this machine");
        }
        ChromeOptions options = new ChromeOptions()
                .setBinary(browser.orElseThrow(() -> new AssertionError("there is no Chromium on this machine")))
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile());
        ChromeDriver started = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(
                                control.orElseThrow(() -> new AssertionError("there is no chromedriver here")))
                        .build(),
                options);
        started.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30)).scriptTimeout(Duration.ofSeconds(30));
        return started;
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "browsers")).toAbsolutePath(), "profile-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<File> onPath(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resets to one window without cookies and emulation. */
    private void asNew() {
        List<String> windows = List.copyOf(driver().getWindowHandles());
        for (String window : windows.subList(1, windows.size())) {
            driver().switchTo().window(window).close();
        }
        driver().switchTo().window(windows.get(0));
        offline(false);
        scripts(true);
        headers(Map.of());
        width(DESKTOP);
        scheme("light");
        open("about:blank");
        command("Network.clearBrowserCookies", Map.of());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (driver != null) {
            asNew();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ChromeDriver running = driver;
        driver = null;
        if (running != null) {
            running.quit();
        }
    }
}
