package dev.patchbay.pages.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The wizard for an app of one's own, and how that app is. */
public final class OwnApp extends Screen {
    private final String platform;

    /** At that platform, as people call it. */
    public OwnApp(Page page, String platform) {
        super(page);
        this.platform = platform;
    }

    /** Waits until it is shown. */
    public OwnApp isShown() {
        isTitled("Your own app at " + platform);
        return this;
    }

    /** What has to be registered at the platform, to the letter. */
    public String redirectUri() {
        return page.getByLabel("Redirect URI", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
    }

    /** Copies that. */
    public Locator copyRedirectUri() {
        return button("Copy Redirect URI");
    }

    /** Brings what the platform's console shows, and has it checked. */
    public OwnApp brings(String clientId, String clientSecret) {
        page.getByLabel("Client ID", new Page.GetByLabelOptions().setExact(true))
                .fill(clientId);
        page.getByLabel("Client secret").fill(clientSecret);
        button("Save and check").click();
        return this;
    }

    /** Waits until that was found. */
    public OwnApp finds(String what, String result) {
        assertThat(page.getByText(what + ": " + result + ".")).isVisible();
        return this;
    }

    /** Goes to the platform with it. */
    public Locator connect() {
        return button("Connect with it");
    }

    /** Takes it away. */
    public Locator remove() {
        return button("Remove this app");
    }

    /** The field for whom a seat is. */
    public Locator seatFor() {
        return page.getByLabel("For whom? Only you see this.");
    }

    /** Offers that seat. */
    public Locator offerSeat() {
        return button("Offer a seat");
    }

    /** The link that is offered. */
    public Locator invitation() {
        return page.getByLabel("Invitation");
    }

    /** Ends that seat. */
    public Locator endSeat(int number) {
        return button("End this seat " + number);
    }
}
