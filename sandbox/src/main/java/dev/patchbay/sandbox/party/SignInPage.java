package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Reply;
import java.util.List;
import java.util.Optional;

/**
 * A page on which people choose who they are.
 *
 * @param called what the party is called
 * @param accent a CSS colour
 * @param decisionPath where the choice is posted
 */
public record SignInPage(String called, String accent, String decisionPath) {
    /** The page for this request. */
    public Reply shown(AuthorizeRequest wish, List<Person> people) {
        StringBuilder buttons = new StringBuilder();
        for (Person person : people) {
            buttons.append(
                    """
                    <button class="person" name="person" value="%s">%s<br><small>%s</small></button>
                    """.formatted(Html.escape(person.id()), Html.escape(person.name()), Html.escape(person.email())));
        }
        String body = """
            <main>
            <span class="tag">Sandbox %1$s</span>
            <h1>Sign in</h1>
            <p class="quiet">to go on to <code>%2$s</code></p>
            <form method="post" action="%3$s">
            %4$s%5$s</form>
            <details><summary>Somebody else</summary>
            <form method="post" action="%3$s">
            %4$s<label>Name <input name="name" required maxlength="100" autocomplete="off"></label>
            <label>E-mail <input name="email" type="email" maxlength="200" autocomplete="off"></label>
            <button class="main">Add and continue</button>
            </form></details>
            <form method="post" action="%3$s">
            %4$s<p><button name="decision" value="cancel">Cancel</button></p>
            </form>
            </main>
            """.formatted(
                        Html.escape(called),
                        Html.escape(wish.redirectUri()),
                        decisionPath,
                        Html.hidden(wish.parameters().asMap()),
                        buttons);
        return Reply.html(200, Html.page("Sign in with sandbox " + called, accent, body));
    }

    /** An error that is shown, never sent back to the client. */
    public Optional<Reply> blocked(int status, String error, String explanation) {
        String body = """
            <main>
            <span class="tag">Sandbox %s</span>
            <h1>This does not work</h1>
            <p>%s</p>
            <p class="quiet">Error %d: %s</p>
            </main>
            """.formatted(Html.escape(called), Html.escape(explanation), status, Html.escape(error));
        return Optional.of(Reply.html(status, Html.page("Sign-in failed", accent, body)));
    }
}
