package dk.kvalitetsbro.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.demo.Personas;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running product and a browser before it, the same for all tests of a run. */
final class Stage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<String> QUIET = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;
    private final RunningProduct product;

    private Stage(Path chromium) throws InterruptedException {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            browser = playwright.chromium().launch(options(chromium));
            product = RunningProduct.startTemporary(Size.BILLUND);
        } catch (RuntimeException | InterruptedException e) {
            playwright.close();
            throw e;
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    static Stage build() {
        try {
            return new Stage(chromium());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path chromium() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "These tests need a browser: set CHROMIUM to the path of Chromium or Chrome, as ./check does."));
    }

    /** Chromium refuses to run as root in its sandbox, so only root does without. */
    private static LaunchOptions options(Path chromium) {
        return new LaunchOptions()
                .setExecutablePath(chromium)
                .setChromiumSandbox(!System.getProperty("user.name").equals("root"))
                .setArgs(QUIET);
    }

    /** Somebody with a new browser window, who has not signed in. */
    Visitor visitor() {
        return visitor(new NewContextOptions());
    }

    /** Somebody whose browser runs no scripts. */
    Visitor visitorWithoutScripts() {
        return visitor(new NewContextOptions().setJavaScriptEnabled(false));
    }

    private Visitor visitor(NewContextOptions options) {
        var window = browser.newContext(options.setLocale("da-DK"));
        window.setDefaultTimeout(PATIENCE.toMillis());
        return new Visitor(window.newPage(), product.uri());
    }

    /** Somebody who has signed in. */
    Visitor as(Person person) {
        var visitor = visitor();
        visitor.signIn(person.name());
        return visitor;
    }

    /** Somebody who has signed in to Moodle alone. */
    Visitor inMoodle(Person person) {
        var visitor = visitor();
        visitor.page().navigate(moodle().resolve("/login/index.php").toString());
        visitor.write("Brugernavn eller fulde navn", person.username());
        visitor.press("Log ind");
        visitor.seesHeading("Mine kurser");
        return visitor;
    }

    DemoMunicipality municipality() {
        return product.municipality();
    }

    Personas personas() {
        return product.personas();
    }

    /** Address of the product's pages. */
    URI product() {
        return product.uri();
    }

    URI moodle() {
        return product.moodle().url();
    }

    /** Keeps pictures of what everybody sees, to find out why a test failed. */
    void photograph(String name) {
        var pages = browser.contexts().stream()
                .flatMap(window -> window.pages().stream())
                .toList();
        for (var page : pages) {
            var picture = PICTURES.resolve(name + "-" + (pages.indexOf(page) + 1) + ".png");
            page.screenshot(new ScreenshotOptions().setPath(picture).setFullPage(true));
        }
    }

    /** Everybody leaves. */
    void clear() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        try {
            playwright.close();
        } finally {
            product.close();
        }
    }
}
