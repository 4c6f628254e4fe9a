package dev.patchbay.pages.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser that this machine has, driven by Playwright: one process for all stories. For one thread. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final double PATIENCE_MILLIS = 10_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where it is installed; empty when it is not. */
    static Optional<Path> installed() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", "/usr/bin"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @throws IllegalStateException when none is installed */
    static Chromium start() {
        Path program = installed()
                .orElseThrow(() -> new IllegalStateException("there is no chromium on the PATH; .ci/run installs it"));
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // The browser's sandbox needs privileges that containers do not give; nothing but our own pages is loaded.
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(Stream.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")
                                .toList()));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    /** How long stories wait for what is to appear. */
    static double patienceMillis() {
        return PATIENCE_MILLIS;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
