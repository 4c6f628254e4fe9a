package dev.patchbay.sandbox;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page at {@code /}: what this is, and how to make it misbehave. */
final class IndexPage {
    private static final List<String> ROTATIONS = List.of("keep", "rotate", "strict-revoke", "overlap", "grace");

    private IndexPage() {}

    static Reply of(List<OAuthParty> parties, Ledger ledger) {
        String body = """
            <main class="wide">
            <span class="tag">Sandbox</span>
            <h1>The outside world, for trying things out</h1>
            <p>This process plays the parties that people sign in with and connect to. Nobody here is real, and no
            password is asked for. It listens on this machine only.
            The <a href="/control/ledger">ledger</a> says what was issued and what is live, without secrets.</p>
            %s
            </main>
            """.formatted(
                        parties.stream().map(party -> section(party, ledger)).collect(Collectors.joining("\n")));
        return Reply.html(200, Html.page("Sandbox", "#6b21a8", body));
    }

    private static String section(OAuthParty party, Ledger ledger) {
        String people =
                party.offered().stream().map(Person::name).map(Html::escape).collect(Collectors.joining(", "));
        String faults = party.pendingFaults().isEmpty() ? "none" : String.join(", ", party.pendingFaults());
        return """
            <h2>%1$s</h2>
            <p>People: %2$s. Token calls: %3$d, refreshes among them: %4$d.
            Refresh tokens: <b>%5$s</b>. Out of the ordinary: <b>%6$s</b>.</p>
            <form method="post" action="/control/%1$s">
            <label>Fault <select name="fault">%7$s</select>
            times <input name="times" value="1" size="5"> (or <code>always</code>)
            at <select name="endpoint"><option value="">where it fits</option>%8$s</select>
            seconds <input name="seconds" size="6"></label>
            <button class="main">Order it</button></form>
            <form method="post" action="/control/%1$s">
            <label>Refresh tokens <select name="rotation">%9$s</select>
            grace seconds <input name="seconds" value="30" size="6"></label>
            <button>Set</button></form>
            <form method="post" action="/control/%1$s">
            <label>Withdraw all consent of <select name="withdraw">%10$s</select></label>
            <button>Withdraw</button></form>
            <form method="post" action="/control/%1$s">
            <label>Answers take <input name="slow" value="2000" size="6"> ms
            at <select name="endpoint"><option value="">the whole service</option>%8$s</select></label>
            <button>Set</button></form>
            <form method="post" action="/control/%1$s">
            <label>Process the next call and hold the answer at <select name="endpoint"><option>refresh</option>%8$s
            </select></label><button name="hold" value="yes">Hold</button>
            <button name="release" value="yes">Release all</button></form>
            <form method="post" action="/control/%1$s">
            <button name="well" value="yes">End what lasts</button>
            <button name="calm" value="yes">Calm down</button></form>
            %11$s
            <details><summary>Clients known here</summary><p class="quiet">Made up, and good here only.</p>
            <table><tr><th>id</th><th>secret</th></tr>%12$s</table></details>
            """.formatted(
                        party.name(),
                        people,
                        ledger.tokenCalls(party.name()),
                        ledger.calls(party.name(), Endpoint.REFRESH),
                        Html.escape(party.rotation().getClass().getSimpleName()),
                        faults,
                        options(Arrays.stream(Fault.Kind.values())
                                .map(Fault.Kind::label)
                                .toList()),
                        options(Arrays.stream(Endpoint.values())
                                .map(endpoint -> endpoint.name().toLowerCase(Locale.ROOT))
                                .toList()),
                        options(ROTATIONS),
                        options(party.offered().stream().map(Person::id).toList()),
                        party.extraControls(),
                        clients(party));
    }

    private static String clients(OAuthParty party) {
        return party.clients().stream()
                .map(client -> "<tr><td><code>" + Html.escape(client.id()) + "</code></td><td><code>"
                        + Html.escape(client.secret()) + "</code></td></tr>")
                .collect(Collectors.joining());
    }

    private static String options(List<String> values) {
        return values.stream()
                .map(value -> "<option>" + Html.escape(value) + "</option>")
                .collect(Collectors.joining());
    }
}
