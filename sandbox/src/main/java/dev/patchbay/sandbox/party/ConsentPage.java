package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import java.util.List;

/**
 * The plain page on which a person decides whether an app may act for them.
 *
 * @param party as people call it
 * @param accent a CSS colour
 * @param action where the decision is posted
 * @param promise what the app will be able to do, in a sentence
 */
public record ConsentPage(String party, String accent, String action, String promise) {
    /** The page for these people, the first of them chosen; the request's parameters go along in hidden fields. */
    public Reply of(Parameters request, String goingTo, List<Person> people) {
        StringBuilder choices = new StringBuilder();
        for (Person person : people) {
            choices.append("""
                <label><input type="radio" name="person" value="%s"%s> %s</label>
                """.formatted(
                            Html.escape(person.id()),
                            person.equals(people.getFirst()) ? " checked" : "",
                            Html.escape(person.name())));
        }
        String body = """
            <main>
            <span class="tag">Sandbox %1$s</span>
            <h1>Connect your account?</h1>
            <p class="quiet">You will go on to <code>%2$s</code></p>
            <p>%3$s</p>
            <form method="post" action="%4$s">
            %5$s<fieldset><legend>As</legend>
            %6$s</fieldset>
            <p><button class="main" name="decision" value="agree">Allow</button>
            <button name="decision" value="cancel">Cancel</button></p>
            </form>
            <details><summary>Somebody else</summary>
            <form method="post" action="%4$s">
            %5$s<label>Name <input name="name" required maxlength="100" autocomplete="off"></label>
            <button class="main">Add and allow</button>
            </form></details>
            </main>
            """.formatted(
                        Html.escape(party),
                        Html.escape(goingTo),
                        Html.escape(promise),
                        Html.escape(action),
                        Html.hidden(request.asMap()),
                        choices);
        return Reply.html(200, Html.page("Connect to sandbox " + party, accent, body));
    }
}
