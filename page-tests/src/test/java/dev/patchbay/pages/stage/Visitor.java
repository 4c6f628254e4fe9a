package dev.patchbay.pages.stage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.patchbay.pages.screen.Account;
import dev.patchbay.pages.screen.Card;
import dev.patchbay.pages.screen.Connections;
import dev.patchbay.pages.screen.Frame;
import dev.patchbay.pages.screen.Operator;
import dev.patchbay.pages.screen.Outside;
import dev.patchbay.pages.screen.OwnApp;
import dev.patchbay.pages.screen.Welcome;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** One person at a browser. Acts wait until they can be done, and what is to be seen is waited for. */
public final class Visitor {
    private final Person person;
    private final BrowserContext context;
    private final Watch watch;
    private final ControlDesk desk;
    private Page page;

    Visitor(Person person, BrowserContext context, Watch watch, ControlDesk desk) {
        this.person = person;
        this.context = context;
        this.watch = watch;
        this.desk = desk;
        this.page = context.newPage();
    }

    /** Who it is. */
    public Person person() {
        return person;
    }

    /** Goes to an address of ours. */
    public Visitor opens(String path) {
        page.navigate(path);
        return this;
    }

    /** Opens one more tab and goes on there; the one before stays open. @return the one before */
    public Page opensATab(String path) {
        Page before = page;
        page = context.newPage();
        page.navigate(path);
        return before;
    }

    /** Turns to that tab. */
    public Visitor turnsTo(Page tab) {
        page = tab;
        page.bringToFront();
        return this;
    }

    /** Opens the page and signs in with that provider, as who they are. */
    public Visitor signsIn(String provider) {
        opens("/");
        return signsInHere(provider);
    }

    /** Signs in with that provider from the page that is shown. */
    public Visitor signsInHere(String provider) {
        new Welcome(page).isShown().signInWith(provider).click();
        outside().signsInAs(person.name(), person.email());
        return this;
    }

    /** Signs out on whatever screen is shown. */
    public Visitor signsOut() {
        frame().signOut().click();
        welcome().isShown();
        return this;
    }

    /** Connects that platform from its card, with an account of their own there. */
    public Visitor connects(String platform) {
        return connects(platform, "Connect", person.name());
    }

    /** Presses what is so called on a platform's card, and allows what the platform asks as somebody. */
    public Visitor connects(String platform, String label, String name) {
        card(platform).act(label).click();
        outside().allowsAs(name);
        return this;
    }

    /** What the welcome shows. */
    public Welcome welcome() {
        return new Welcome(page);
    }

    /** The card of that platform. */
    public Card card(String platform) {
        return new Card(page, platform);
    }

    /** What is around every screen. */
    public Frame frame() {
        return new Frame(page);
    }

    /** The screen of connections. */
    public Connections connections() {
        return new Connections(page);
    }

    /** The screen of one's own app at that platform. */
    public OwnApp ownApp(String platform) {
        return new OwnApp(page, platform);
    }

    /** The screen of one's account. */
    public Account account() {
        return new Account(page);
    }

    /** The screen of whoever looks after the service. */
    public Operator operator() {
        return new Operator(page);
    }

    /** The pages of others. */
    public Outside outside() {
        return new Outside(page);
    }

    /** Waits until this is to be read on the page. */
    public Visitor reads(String words) {
        assertThat(page.locator("body")).containsText(words);
        return this;
    }

    /** Waits until this is not to be read on the page. */
    public Visitor doesNotRead(String words) {
        assertThat(page.locator("body")).not().containsText(words);
        return this;
    }

    /** The two-digit number that is shown in there. */
    public String numberIn(Locator place) {
        Locator number = place.getByText(Pattern.compile("^[0-9]{2}$"));
        return number.innerText().strip();
    }

    /** Asks the API as a script of the page would. */
    public APIResponse asks(String path) {
        return context.request().get(path);
    }

    /** What the API answers in {@code data}. */
    public JsonObject data(String path) {
        return JsonParser.parseString(asks(path).text()).getAsJsonObject().getAsJsonObject("data");
    }

    /** Complaints of the browser with these words belong to the story. */
    public Visitor expects(String words) {
        watch.expects(words);
        return this;
    }

    /** Whether there is a network. */
    public void goesOffline(boolean offline) {
        context.setOffline(offline);
    }

    /** What they do without a pointer. */
    public Keyboard keyboard() {
        return new Keyboard(page);
    }

    /** From now on it is noticed when the page is loaded again. */
    public Visitor leavesAMark() {
        page.evaluate("window.untouched = true");
        return this;
    }

    /** Whether the page is the very one on which the mark was left. */
    public boolean findsTheMark() {
        return Boolean.TRUE.equals(page.evaluate("window.untouched === true"));
    }

    /** What is before them. */
    public Page page() {
        return page;
    }

    /** Their phone. */
    public Phone phone() {
        return new Phone(person, desk);
    }

    BrowserContext context() {
        return context;
    }

    Watch watch() {
        return watch;
    }

    /** What they have before them, in words; a picture of it goes into that file. */
    String seen(Path picture) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
            return person.name() + " is at " + page.url() + ", pictured in " + picture + ":\n"
                    + page.locator("body").ariaSnapshot();
        } catch (PlaywrightException e) {
            return person.name() + " is at " + page.url() + ", and nothing can be seen: " + e.getMessage();
        }
    }
}
