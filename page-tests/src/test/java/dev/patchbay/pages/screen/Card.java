package dev.patchbay.pages.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The card of one platform on the screen of connections. */
public final class Card {
    private final Locator card;
    private final String platform;

    /** Of that platform, as people call it. */
    public Card(Page page, String platform) {
        this.card = page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(platform).setExact(true));
        this.platform = platform;
    }

    /** Waits until it says so. */
    public Card says(String words) {
        assertThat(card).containsText(words);
        return this;
    }

    /** Waits until it does not say so. */
    public Card doesNotSay(String words) {
        assertThat(card).not().containsText(words);
        return this;
    }

    /** Waits until that outside account is connected and all is well. */
    public Card isConnectedAs(String name) {
        says("Connected as " + name);
        assertThat(act("Check now")).isVisible();
        return this;
    }

    /** Waits until nothing is connected. */
    public Card isNotConnected() {
        says("Not connected");
        assertThat(act("Connect")).isVisible();
        return this;
    }

    /** Waits until it is up to the person to reconnect. */
    public Card needsReconnecting() {
        says("Needs you");
        assertThat(act("Reconnect")).isVisible();
        return this;
    }

    /** What can be pressed under that label. */
    public Locator act(String label) {
        return answer(label + " " + platform);
    }

    /** What can be pressed and is so called, without the platform's name. */
    public Locator answer(String name) {
        return card.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The way to the screen of one's own app. */
    public Locator ownApp() {
        return card.getByRole(
                AriaRole.LINK,
                new Locator.GetByRoleOptions()
                        .setName("Your own app (" + platform + ")")
                        .setExact(true));
    }
}
