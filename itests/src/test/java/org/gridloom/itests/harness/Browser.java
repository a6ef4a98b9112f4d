package org.gridloom.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/** A person at a real Chromium. Whatever is looked for is waited for. */
public final class Browser implements AutoCloseable {

    public static final int UNLIMITED = -1;

    /** Debian's own: Selenium must not look for one elsewhere. */
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Gridloom gridloom;
    private final Size size;
    private final Path profile = Disk.temporary("chromium");
    private final ChromeDriver driver;
    private final List<String> requests = new ArrayList<>();

    /** Width and height in CSS pixels. */
    public enum Size {
        DESKTOP(1280, 900),
        PHONE(360, 740);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    public Browser(Gridloom gridloom, Size size) {
        this(gridloom, size, false);
    }

    private Browser(Gridloom gridloom, Size size, boolean isModest) {
        this.gridloom = gridloom;
        this.size = size;
        driver = new ChromeDriver(service(isModest ? modestDriver() : DRIVER), options());
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        size.width,
                        "height",
                        size.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        size == Size.PHONE));
    }

    /** One that takes what the server leaves of the processors: in a district it is on another machine. */
    public static Browser modest(Gridloom gridloom, Size size) {
        return new Browser(gridloom, size, true);
    }

    /** The driver and all that it starts give way to others; Chromium as root would raise itself above them. */
    private Path modestDriver() {
        String modestly = System.getProperty("user.name").equals("root")
                ? "setpriv --bounding-set -sys_nice nice -n 5 "
                : "nice -n 5 ";
        try {
            Path script =
                    Files.writeString(profile.resolve("driver"), "#!/bin/sh\nexec " + modestly + DRIVER + " \"$@\"\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeDriverService service(Path driver) {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .build();
    }

    private ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=zh-CN",
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN"));
        return options;
    }

    private String address(String route) {
        return "http://127.0.0.1:" + gridloom.httpPort() + "/" + route;
    }

    /** Goes to a deep link, as from a bookmark. */
    public Browser open(String route) {
        driver.get("about:blank");
        driver.get(address(route));
        return this;
    }

    /** Goes to another page of those that are open, as by the menu: nothing is loaded anew. */
    public void goTo(String route) {
        driver.executeScript(
                "document.querySelectorAll('main h1').forEach(it => it.setAttribute('data-left', ''));"
                        + "location.hash = arguments[0]",
                route);
        seeNot("main h1[data-left]");
    }

    public Browser signIn(Gridloom.Login login) {
        type("input[autocomplete=username]", login.username());
        type("input[autocomplete=current-password]", login.password());
        click("form .gl-primary");
        seeNot("input[autocomplete=current-password]");
        see("main h1");
        return this;
    }

    /** The visible element of the selector. */
    public WebElement see(String css) {
        return seeBy(By.cssSelector(css));
    }

    /** The visible element of the selector that holds the text. */
    public WebElement see(String css, String text) {
        return waitFor(
                css + " with “" + text + "”",
                page -> page.findElements(By.cssSelector(css)).stream()
                        .filter(element ->
                                element.isDisplayed() && element.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    public void seeNot(String css) {
        waitFor(
                "no " + css,
                page -> page.findElements(By.cssSelector(css)).stream().noneMatch(WebElement::isDisplayed)
                        ? Boolean.TRUE
                        : null);
    }

    public void seeNot(String css, String text) {
        waitFor(
                "no " + css + " with “" + text + "”",
                page -> page.findElements(By.cssSelector(css)).stream()
                                .noneMatch(element -> element.isDisplayed()
                                        && element.getText().contains(text))
                        ? Boolean.TRUE
                        : null);
    }

    public void click(String css) {
        clickOn(() -> see(css), css);
    }

    public void click(String css, String text) {
        clickOn(() -> see(css, text), css + " with “" + text + "”");
    }

    /** Clicks one of several, whichever nothing lies over: areas of a map are seldom where the middle of their frame is. */
    public void clickAny(String css) {
        waitFor(
                "a click on any " + css,
                page -> page.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .anyMatch(Browser::isClicked));
    }

    private static boolean isClicked(WebElement element) {
        try {
            element.click();
            return true;
        } catch (ElementClickInterceptedException covered) {
            return false;
        }
    }

    /** The input that the label names. */
    public WebElement field(String label) {
        return waitFor(
                "field “" + label + "”",
                page -> page.findElements(By.tagName("label")).stream()
                        .filter(WebElement::isDisplayed)
                        .filter(element ->
                                element.getText().replaceAll("[*\\s]+$", "").equals(label))
                        .map(element -> element.getDomAttribute("for"))
                        .filter(id -> id != null)
                        .map(id -> page.findElement(By.id(id)))
                        .filter(WebElement::isEnabled)
                        .findFirst()
                        .orElse(null));
    }

    public void fill(String label, String value) {
        put(field(label), value);
    }

    public void type(String css, String value) {
        put(see(css), value);
    }

    public void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Dates are set as their value: how they are typed depends on the browser's language. */
    private void put(WebElement field, String value) {
        if ("date".equals(field.getDomProperty("type"))) {
            driver.executeScript(
                    "arguments[0].value = arguments[1];"
                            + "for (const e of ['input', 'change']) arguments[0].dispatchEvent(new Event(e, {bubbles: true}))",
                    field,
                    value);
            return;
        }
        if (!"select".equals(field.getTagName())) {
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        }
        field.sendKeys(value);
    }

    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The address comes to hold the text. */
    public void seeAddress(String part) {
        waitFor("an address with " + part, page -> page.getCurrentUrl().contains(part) ? Boolean.TRUE : null);
    }

    public void upload(String css, Path file) {
        waitFor(css, page -> page.findElement(By.cssSelector(css)).isEnabled() ? Boolean.TRUE : null);
        driver.findElement(By.cssSelector(css)).sendKeys(file.toString());
    }

    /** Drops a file as from a window beside: only the browser itself can make one, so an input is lent for it. */
    public void drop(String css, Path file) {
        WebElement target = see(css);
        WebElement input = (WebElement) driver.executeScript("const input = document.createElement('input');"
                + "input.type = 'file'; document.body.append(input); return input");
        input.sendKeys(file.toString());
        driver.executeScript(
                "const dataTransfer = new DataTransfer(); dataTransfer.items.add(arguments[1].files[0]);"
                        + "arguments[1].remove();"
                        + "for (const type of ['dragenter', 'dragover', 'drop']) arguments[0].dispatchEvent("
                        + "new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}))",
                target,
                input);
    }

    /** From now on no more bytes a second leave the browser. */
    public void uploadsAtMost(int bytes) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", 0, "downloadThroughput", UNLIMITED, "uploadThroughput", bytes));
    }

    /** The page, once it has loaded: no fault of accessibility, nothing to scroll to sideways, no error. */
    public void looksRight(String name) {
        seeNot("gl-busy");
        screenshot(name);
        assertThat(overflows()).as("scrolls sideways: " + name).isFalse();
        assertThat(complaints()).as("complaints of the browser in " + name).isEmpty();
        assertThat(accessibilityFaults()).as(name).isEmpty();
    }

    /** Faults of accessibility on the page as it is, with the elements they are at. */
    public List<String> accessibilityFaults() {
        AxeBuilder checker = new AxeBuilder().setLegacyMode(true);
        // Else it applies style sheets itself, which the content policy refuses.
        checker.setOptions("{\"preload\": false}");
        return checker.analyze(driver).getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Browser::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Whether the page is wider than the window, so that one would have to scroll sideways. */
    public boolean overflows() {
        return (Boolean) driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Errors and warnings in the console since it was last asked, but that nobody is signed in yet. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !(message.contains("/api/session ") && message.contains("401")))
                .toList();
    }

    /** Addresses of requests that went to another host since the beginning. */
    public List<String> foreignRequests() {
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> json(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
                .map(message ->
                        message.path("params").path("request").path("url").asText())
                .forEach(requests::add);
        return requests.stream()
                .filter(url -> url.startsWith("http") || url.startsWith("ws"))
                .filter(url -> !url.startsWith(address("")))
                .toList();
    }

    /** How many requests were seen when {@link #foreignRequests} was last asked. */
    public int requestsSeen() {
        return requests.size();
    }

    /** Keeps a picture of the whole page in the test's output. */
    public void screenshot(String name) {
        Path file = SCREENSHOTS.resolve(name + "-" + size.name().toLowerCase(Locale.ROOT) + ".png");
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebElement seeBy(By by) {
        return waitFor(
                by.toString(),
                page -> page.findElements(by).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** An element may be drawn anew, lie under a passing message, or show no more than its edge, just when it is clicked. */
    private void clickOn(Supplier<WebElement> element, String what) {
        AtomicReference<String> obstacle = new AtomicReference<>("");
        waitFor(() -> "a click on " + what + ": " + obstacle, page -> {
            try {
                element.get().click();
                return Boolean.TRUE;
            } catch (ElementClickInterceptedException covered) {
                obstacle.set(covered.getRawMessage());
                page.executeScript("arguments[0].scrollIntoView({block: 'center'})", element.get());
                return null;
            }
        });
    }

    private <T> T waitFor(String what, Function<ChromeDriver, T> condition) {
        return waitFor(() -> what, condition);
    }

    private <T> T waitFor(Supplier<String> what, Function<ChromeDriver, T> condition) {
        try {
            return new FluentWait<>(driver)
                    .withTimeout(PATIENCE)
                    .pollingEvery(Duration.ofMillis(100))
                    .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                    .withMessage(() -> "Not seen: " + what.get())
                    .until(condition);
        } catch (WebDriverException e) {
            screenshot("failed");
            throw e;
        }
    }

    private static JsonNode json(String text) {
        try {
            return Rest.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        Disk.delete(profile);
    }
}
