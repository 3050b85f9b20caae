package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.PrintsPage;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/**
 * The report of every test case, in a browser. {@code -Dcordon.screenshots=FOLDER} keeps what it looks like: wide,
 * narrow, dark and grey.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportBrowserTest {
    private static final Path CASES = Path.of("testdata", "spine");
    private static final Dimension DESK = new Dimension(1280, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    @TempDir
    static Path folder;

    private ChromeDriver browser;

    @BeforeAll
    void start() throws IOException {
        Path chromium = Path.of("/usr/bin/chromium");
        Path driver = Path.of("/usr/bin/chromedriver");
        assumeTrue(
                Files.isExecutable(chromium) && Files.isExecutable(driver),
                "Debian's chromium and chromium-driver are not installed: reports are not tried in a browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> all = Files.list(CASES)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void opensReadsAndPrints(Path plan) throws IOException {
        Path page = folder.resolve(plan.getFileName() + ".html");
        CommandLineRun run = CommandLineRun.of("check", plan, "--out", "html=" + page);
        assertThat(run.err()).isEmpty();
        browser.manage().window().setSize(DESK);
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.get(page.toUri().toString());

        String headline = run.out().lines().findFirst().orElseThrow();
        String verdict = headline.substring(0, headline.indexOf(' '));
        assertThat(browser.getTitle()).startsWith("Cordon: " + verdict.replace('_', ' '));
        String text = text("body");
        assertThat(text)
                .contains(verdict.replace('_', ' '), "TG101", "HYTEC", "QUANTEC", "Gap to the tumour")
                .contains("Methods and assumptions", "10.1118/1.3438081", "not a clinical approval")
                .contains(Files.exists(plan.resolve("rtdose.dcm")) ? "rtdose.dcm" : "rtstruct.dcm");
        assertThat(browser.findElements(By.cssSelector("figure svg")).size()).isGreaterThanOrEqualTo(3);

        readoutReacts();
        isAccessible();
        keepsToItself(page);
        prints(page, verdict, "Sources of the limits");
        looks(plan);
    }

    @Test
    void robustnessOpensReadsAndPrints() throws IOException {
        Path page = folder.resolve("robust.html");
        CommandLineRun run = CommandLineRun.of(
                "robust",
                CASES.resolve("1fx-pass"),
                "--constraints",
                "QUANTEC",
                "--search-work",
                "50",
                "--shift",
                "2",
                "--grid",
                "2",
                "--samples",
                "50",
                "--systematic",
                "0.5",
                "--require-shift",
                "1mm",
                "--out",
                "html=" + page);
        assertThat(run.err()).isEmpty();
        browser.manage().window().setSize(DESK);
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.get(page.toUri().toString());
        assertThat(browser.getTitle()).startsWith("Cordon robustness: PASS");
        assertThat(text("body"))
                .contains("Every limit holds for", "Tolerance ellipsoids", "Coverage of the targets")
                .contains("the dose is not computed anew", "not a clinical approval");
        assertThat(browser.findElements(By.cssSelector("figure svg"))).hasSize(4);
        isAccessible();
        keepsToItself(page);
        prints(page, "PASS", "Methods and assumptions");
        looks(Path.of("robust"));
    }

    private String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private void readoutReacts() {
        WebElement slider = browser.findElement(By.id("readout-dose"));
        String before = text("#readout-gy") + text("#readout-rows");
        slider.sendKeys(Keys.HOME);
        assertThat(text("#readout-gy")).isEqualTo("0.00 Gy");
        List<WebElement> first = browser.findElements(By.cssSelector("#readout-rows tr:first-child td"));
        assertThat(first.get(2).getText())
                .as("all of the cord has 0 Gy or more")
                .isEqualTo("100.0");
        slider.sendKeys(Keys.END);
        assertThat(text("#readout-rows")).isNotEqualTo(before);
        WebElement figure = browser.findElement(By.cssSelector("#figure-dvh svg"));
        new Actions(browser)
                .moveToElement(figure, -figure.getSize().getWidth() / 4, 0)
                .perform();
        double pointedAt = Double.parseDouble(text("#readout-gy").replace(" Gy", ""));
        double most = Double.parseDouble(slider.getDomAttribute("max"));
        assertThat(pointedAt).isStrictlyBetween(0.05 * most, 0.6 * most);
    }

    /** axe-core's own judgement of what matters: serious and critical violations. */
    @SuppressWarnings("unchecked")
    private void isAccessible() throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlReportBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            browser.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (Dimension size : List.of(DESK, PHONE)) {
            browser.manage().window().setSize(size);
            List<Map<String, Object>> violations = (List<Map<String, Object>>) browser.executeAsyncScript(
                    "const done = arguments[0]; axe.run().then(r => done(r.violations.map(v => ({id: v.id, impact:"
                            + " v.impact, nodes: v.nodes.map(n => n.html.substring(0, 200)).join(' | ')}))));");
            assertThat(violations)
                    .filteredOn(v -> List.of("serious", "critical").contains(v.get("impact")))
                    .as("accessibility at %s", size)
                    .isEmpty();
        }
        browser.manage().window().setSize(DESK);
    }

    /** Nothing is asked of the network, and nothing went wrong. */
    private void keepsToItself(Path page) {
        List<LogEntry> requests = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .filter(e -> e.getMessage().contains("Network.requestWillBeSent\""))
                .toList();
        assertThat(requests)
                .isNotEmpty()
                .allMatch(e -> e.getMessage().contains("\"url\":\"" + page.toUri())
                        || e.getMessage().contains("\"url\":\"data:"));
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    private void prints(Path page, String verdict, String section) throws IOException {
        PrintOptions options = new PrintOptions();
        options.setBackground(true);
        byte[] pdf =
                Base64.getDecoder().decode(((PrintsPage) browser).print(options).getContent());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).as("A4 pages of %s", page).isBetween(3, 12);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(verdict.replace('_', ' '), section, "Checked by");
        }
    }

    private void looks(Path plan) throws IOException {
        String keep = System.getProperty("cordon.screenshots", "");
        if (keep.isEmpty()) {
            return;
        }
        Path into = Files.createDirectories(Path.of(keep));
        shot(into.resolve(plan.getFileName() + "-wide.png"), DESK, Map.of());
        shot(into.resolve(plan.getFileName() + "-narrow.png"), PHONE, Map.of());
        shot(
                into.resolve(plan.getFileName() + "-dark.png"),
                DESK,
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        browser.executeScript("document.documentElement.style.filter = 'grayscale(1)'");
        shot(into.resolve(plan.getFileName() + "-grey.png"), DESK, Map.of());
    }

    private void shot(Path file, Dimension size, Map<String, Object> media) throws IOException {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", media);
        browser.manage().window().setSize(size);
        long height = (Long) browser.executeScript("return document.documentElement.scrollHeight");
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of());
    }
}
