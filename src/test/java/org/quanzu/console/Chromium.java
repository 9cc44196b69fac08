package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a screen; what it shows is kept as pictures under {@code target/screenshots}. */
final class Chromium implements AutoCloseable {
    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private final ChromeDriver driver;
    private final Accessibility accessibility;
    private final String server;

    private Chromium(ChromeDriver driver, String server) {
        this.driver = driver;
        accessibility = new Accessibility(driver);
        this.server = server;
    }

    /** Skips the test where there is no Chromium, unless {@code CI_REQUIRES_BROWSER} is set: then it fails. */
    static void require() {
        boolean installed = BROWSER.canExecute() && DRIVER.canExecute();
        String missing = "There is no %s or no %s\nMaybe install the packages chromium and chromium-driver"
                .formatted(BROWSER, DRIVER);
        if (Boolean.parseBoolean(System.getenv("CI_REQUIRES_BROWSER"))) {
            assertThat(installed).as(missing).isTrue();
        }
        if (!installed) {
            System.out.println("Skipped: " + missing);
        }
        assumeThat(installed).as(missing).isTrue();
    }

    static Chromium at(int port) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                "--accept-lang=en",
                "--window-size=" + WIDTH + "," + HEIGHT);
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .withLogFile(new File("target", "chromedriver.log"))
                .build();
        return new Chromium(new ChromeDriver(service, options), "http://127.0.0.1:" + port);
    }

    /** What the browser complained about since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("favicon"))
                .toList();
    }

    String attribute(String css, String name) {
        return element(css).getDomAttribute(name);
    }

    /** Presses a key while nothing is typed into. */
    void press(String key) {
        element("body").sendKeys(key);
    }

    void open(String path) {
        driver.get(server + path);
    }

    String path() {
        return driver.getCurrentUrl().substring(server.length());
    }

    /** The text of an element, also when the page is just exchanging it for a newer one. */
    String text(String css) {
        return Awaitility.await()
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> element(css).getText(), text -> true);
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    void click(String css) {
        element(css).click();
    }

    /** Clicks what leads to another page, and waits until that is there. */
    void submit(String css) {
        WebElement clicked = element(css);
        clicked.click();
        Awaitility.await().ignoreExceptions().until(() -> isGone(clicked) && isLoaded());
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    private boolean isLoaded() {
        return "complete".equals(driver.executeScript("return document.readyState"));
    }

    void type(String css, String text) {
        element(css).sendKeys(text);
    }

    void clear(String css) {
        element(css).clear();
    }

    /** The page as it stands, hidden parts too. */
    String html() {
        return driver.getPageSource();
    }

    void choose(String css, String value) {
        click(css + " option[value=" + value + "]");
    }

    /** Puts a mark on the page that is gone once the page is loaded again. */
    void mark() {
        driver.executeScript("window.marked = true");
    }

    boolean isMarked() {
        return Boolean.TRUE.equals(driver.executeScript("return window.marked === true"));
    }

    /** Keeps the whole page as a picture, however long it is. */
    void picture(String name) {
        Number height = (Number) driver.executeScript("return document.documentElement.scrollHeight");
        driver.manage().window().setSize(new Dimension(WIDTH, Math.max(HEIGHT, height.intValue() + 200)));
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.manage().window().setSize(new Dimension(WIDTH, HEIGHT));
    }

    /** Keeps a picture of the page and checks that everybody can use it. */
    void see(String name) {
        picture(name);
        assertThat(accessibility.seriousFindings()).as("page " + name).isEmpty();
    }

    private WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
