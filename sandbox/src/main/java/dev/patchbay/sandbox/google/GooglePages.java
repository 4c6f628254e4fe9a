package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Reply;
import java.util.List;
import java.util.Map;

/** What a person sees at the stand-in for Google. */
final class GooglePages {
    private static final String ACCENT = "#1a5fb4";
    private static final List<String> FACE_COLOURS = List.of("#1a5fb4", "#26734d", "#9a3412", "#6b21a8", "#0f766e");

    private GooglePages() {}

    static Reply signIn(AuthorizeRequest wish, List<Person> people) {
        StringBuilder buttons = new StringBuilder();
        for (Person person : people) {
            buttons.append(
                    """
                    <button class="person" name="person" value="%s">%s<br><small>%s</small></button>
                    """.formatted(Html.escape(person.id()), Html.escape(person.name()), Html.escape(person.email())));
        }
        String hidden = Html.hidden(wish.parameters().asMap());
        String body = """
            <main>
            <span class="tag">Sandbox Google</span>
            <h1>Choose an account</h1>
            <p class="quiet">to go on to <code>%1$s</code></p>
            <form method="post" action="/google/authorize/decision">
            %2$s%4$s%3$s</form>
            <details><summary>Use another account</summary>
            <form method="post" action="/google/authorize/decision">
            %2$s<label>Name <input name="name" required maxlength="100" autocomplete="off"></label>
            <label>E-mail <input name="email" type="email" maxlength="200" autocomplete="off"></label>
            <button class="main">Add and continue</button>
            </form></details>
            <form method="post" action="/google/authorize/decision">
            %2$s<p><button name="decision" value="cancel">Cancel</button></p>
            </form>
            </main>
            """.formatted(Html.escape(wish.redirectUri()), hidden, buttons, boxes(wish));
        return Reply.html(200, Html.page("Sign in with sandbox Google", ACCENT, body));
    }

    private static String boxes(AuthorizeRequest wish) {
        List<String> scopes = GoogleTicks.boxes(wish);
        if (scopes.isEmpty()) {
            return "";
        }
        StringBuilder boxes = new StringBuilder("<p>Select what the app can access:</p>\n");
        boxes.append(Html.hidden(Map.of(GoogleTicks.SHOWN, "shown")));
        scopes.forEach(
                scope -> boxes.append("""
                    <label><input type="checkbox" name="%s" checked> <code>%s</code></label>
                    """.formatted(Html.escape(GoogleTicks.nameOf(scope)), Html.escape(scope))));
        return boxes.toString();
    }

    /** Forms for the index page. */
    static String controls() {
        return """
            <form method="post" action="/control/google"><label>All consent screens are in "Testing" (seven days)</label>
            <button name="testing" value="yes">Yes</button> <button name="testing" value="no">No</button></form>
            """;
    }

    /** An error that is shown, never sent back to the client. */
    static Reply blocked(int status, String error, String explanation) {
        String body = """
            <main>
            <span class="tag">Sandbox Google</span>
            <h1>Access blocked</h1>
            <p>%s</p>
            <p class="quiet">Error %d: %s</p>
            </main>
            """.formatted(Html.escape(explanation), status, Html.escape(error));
        return Reply.html(status, Html.page("Access blocked", ACCENT, body));
    }

    /** A round picture with the first letter of the name. */
    static Reply face(Person person) {
        String letter = person.name().substring(0, person.name().offsetByCodePoints(0, 1));
        String colour = FACE_COLOURS.get(Math.floorMod(person.id().hashCode(), FACE_COLOURS.size()));
        String svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="48" fill="%s"/>\
            <text x="48" y="64" font-family="sans-serif" font-size="44" fill="#fff" text-anchor="middle">%s</text></svg>
            """.formatted(colour, Html.escape(letter));
        return Reply.text(200, svg).with("Content-Type", "image/svg+xml");
    }
}
