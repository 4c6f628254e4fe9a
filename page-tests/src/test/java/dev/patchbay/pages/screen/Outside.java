package dev.patchbay.pages.screen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The stand-ins' pages, which are not ours: where people say who they are, and what they allow. */
public final class Outside extends Screen {
    private static final Pattern ALLOW = Pattern.compile("^(Agree|Allow)$");
    private static final Pattern ADD = Pattern.compile("^Add and (agree|allow|continue)$");
    private static final Pattern SIGN_IN = Pattern.compile("^(Sign in|Choose an account)$");
    private static final Pattern SOMEBODY_ELSE = Pattern.compile("^(Somebody else|Use another account)$");

    /** On that page. */
    public Outside(Page page) {
        super(page);
    }

    /** Signs in there; who has not been there before opens an account. */
    public void signsInAs(String name, String email) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(SIGN_IN))
                .waitFor();
        Locator known = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name + " "));
        if (known.count() > 0) {
            known.click();
        } else {
            page.getByText(SOMEBODY_ELSE).click();
            page.getByLabel("E-mail").fill(email);
            comesFirstTime(name);
        }
    }

    /** Allows what was asked for; who has not been there before opens an account. */
    public void allowsAs(String name) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Connect your account?"))
                .waitFor();
        Locator known = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
        if (known.count() > 0) {
            known.check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(ALLOW))
                    .click();
        } else {
            page.getByText(SOMEBODY_ELSE).click();
            comesFirstTime(name);
        }
    }

    private void comesFirstTime(String name) {
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(ADD))
                .click();
    }

    /** Changes their mind. */
    public void cancels() {
        button("Cancel").click();
    }
}
