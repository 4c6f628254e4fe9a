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
        return says("Connected as " + name).offersInTheEnd("Check now");
    }

    /** Waits until nothing is connected. */
    public Card isNotConnected() {
        return says("Not connected");
    }

    /** Waits until it is up to the person to reconnect. */
    public Card needsReconnecting() {
        return says("Needs you").offersInTheEnd("Reconnect");
    }

    private Card offersInTheEnd(String label) {
        assertThat(act(label)).isVisible();
        return this;
    }

    /** What can be pressed under that label. */
    public Locator act(String label) {
        return card.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(label + " " + platform).setExact(true));
    }

    /** A link under that label. */
    public Locator link(String label) {
        return card.getByRole(
                AriaRole.LINK,
                new Locator.GetByRoleOptions()
                        .setName(label + " (" + platform + ")")
                        .setExact(true));
    }

    /** All of it. */
    public Locator whole() {
        return card;
    }
}
