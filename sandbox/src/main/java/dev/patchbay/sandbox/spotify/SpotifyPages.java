package dev.patchbay.sandbox.spotify;

import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Reply;
import java.util.List;

/** What a person sees at the stand-in for Spotify's accounts service. */
final class SpotifyPages {
    private static final String ACCENT = "#15803d";

    private SpotifyPages() {}

    /** The consent page; the first person is chosen already. */
    static Reply consent(AuthorizeRequest wish, List<Person> people) {
        StringBuilder choices = new StringBuilder();
        for (Person person : people) {
            choices.append("""
                <label><input type="radio" name="person" value="%s"%s> %s <small>%s</small></label>
                """.formatted(
                            Html.escape(person.id()),
                            person.equals(people.getFirst()) ? " checked" : "",
                            Html.escape(person.name()),
                            Html.escape(person.email())));
        }
        StringBuilder scopes = new StringBuilder();
        wish.scopes()
                .forEach(scope -> scopes.append("<li>%s <small><code>%s</code></small></li>\n"
                        .formatted(Html.escape(SpotifyScopes.inWords(scope)), Html.escape(scope))));
        String hidden = Html.hidden(wish.parameters().asMap());
        String body = """
            <main>
            <span class="tag">Sandbox Spotify</span>
            <h1>Connect your account?</h1>
            <p class="quiet">You will go on to <code>%1$s</code></p>
            <form method="post" action="/spotify-accounts/authorize/decision">
            %2$s<p>The app will be able to see your Spotify profile%3$s</p>
            <ul>%4$s</ul>
            <fieldset><legend>As</legend>
            %5$s</fieldset>
            <p><button class="main" name="decision" value="agree">Agree</button>
            <button name="decision" value="cancel">Cancel</button></p>
            </form>
            <details><summary>Somebody else</summary>
            <form method="post" action="/spotify-accounts/authorize/decision">
            %2$s<label>Name <input name="name" required maxlength="100" autocomplete="off"></label>
            <label>E-mail <input name="email" type="email" maxlength="200" autocomplete="off"></label>
            <button class="main">Add and agree</button>
            </form></details>
            </main>
            """.formatted(
                        Html.escape(wish.redirectUri()), hidden, scopes.isEmpty() ? "." : ", and:", scopes, choices);
        return Reply.html(200, Html.page("Connect to sandbox Spotify", ACCENT, body));
    }

    /** The developer dashboard of somebody who has registered these apps already. */
    static Reply dashboard(List<SandboxClient> apps) {
        StringBuilder rows = new StringBuilder();
        for (SandboxClient app : apps) {
            String redirects = app.redirectUris()
                    .map(registered -> String.join(", ", registered))
                    .orElse("any page of this machine (Spotify itself wants them to the letter)");
            rows.append("""
                <h2>My app</h2>
                <p><label>Client ID <input readonly value="%s" size="40"></label></p>
                <p><label>Client secret <input readonly value="%s" size="40"></label></p>
                <p>Redirect URIs: %s. User Management: all the people here are on its list.</p>
                """.formatted(Html.escape(app.id()), Html.escape(app.secret()), Html.escape(redirects)));
        }
        String body = """
            <main>
            <span class="tag">Sandbox Spotify for Developers</span>
            <h1>Dashboard</h1>
            <p>Where you would press “Create app”. This is done for you here:</p>
            %s
            </main>
            """.formatted(rows);
        return Reply.html(200, Html.page("Sandbox Spotify for Developers", ACCENT, body));
    }

    /** Forms for the index page: the list of the first client, and its owner's Premium. */
    static String controls(List<Person> people) {
        StringBuilder options = new StringBuilder();
        people.forEach(person -> options.append("<option>%s</option>".formatted(Html.escape(person.id()))));
        return """
            <form method="post" action="/control/spotify">
            <label>On the first app's list: <select name="person">%s</select></label>
            <button name="seat" value="on">Add</button> <button name="seat" value="off">Take off</button></form>
            <form method="post" action="/control/spotify"><label>Premium of the first app's owner</label>
            <button name="premium" value="active">Active</button>
            <button name="premium" value="lapsed">Lapsed</button></form>
            """.formatted(options);
    }

    /** The bare page with which Spotify answers a request that it will not send back. */
    static Reply bare(String error) {
        return Reply.html(400, Html.escape(error));
    }
}
