package dev.patchbay.sandbox;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.Party;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page at {@code /}: what this is, and how to make it misbehave. */
final class IndexPage {
    private static final List<String> ROTATIONS = List.of("keep", "rotate", "strict-revoke", "overlap", "grace");

    private IndexPage() {}

    static Reply of(List<? extends Party> parties, Ledger ledger) {
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

    private static String section(Party party, Ledger ledger) {
        String people =
                party.offered().stream().map(Person::name).map(Html::escape).collect(Collectors.joining(", "));
        String faults = party.pendingFaults().isEmpty() ? "none" : String.join(", ", party.pendingFaults());
        Optional<OAuthParty> tokens = party instanceof OAuthParty oauth ? Optional.of(oauth) : Optional.empty();
        return """
            <h2>%1$s</h2>
            <p>People: %2$s. %3$s Out of the ordinary: <b>%4$s</b>.</p>
            <form method="post" action="/control/%1$s">
            <label>Fault <select name="fault">%5$s</select>
            times <input name="times" value="1" size="5"> (or <code>always</code>)
            at <select name="endpoint"><option value="">where it fits</option>%6$s</select>
            seconds <input name="seconds" size="6"></label>
            <button class="main">Order it</button></form>
            %7$s<form method="post" action="/control/%1$s">
            <label>Answers take <input name="slow" value="2000" size="6"> ms
            at <select name="endpoint"><option value="">the whole service</option>%6$s</select></label>
            <button>Set</button></form>
            <form method="post" action="/control/%1$s">
            <label>Process the next call and hold the answer at <select name="endpoint">%8$s%6$s
            </select></label><button name="hold" value="yes">Hold</button>
            <button name="release" value="yes">Release all</button></form>
            <form method="post" action="/control/%1$s">
            <button name="well" value="yes">End what lasts</button>
            <button name="calm" value="yes">Calm down</button></form>
            %9$s
            %10$s
            """.formatted(
                        party.name(),
                        people,
                        tokens.map(oauth -> calls(oauth, ledger)).orElse(""),
                        faults,
                        options(Arrays.stream(Fault.Kind.values())
                                .map(Fault.Kind::label)
                                .toList()),
                        options(Arrays.stream(Endpoint.values())
                                .map(endpoint -> endpoint.name().toLowerCase(Locale.ROOT))
                                .toList()),
                        tokens.map(IndexPage::consents).orElse(""),
                        tokens.isPresent() ? "<option>refresh</option>" : "<option>bot_send</option>",
                        party.extraControls(),
                        tokens.map(IndexPage::clients).orElse(""));
    }

    private static String calls(OAuthParty party, Ledger ledger) {
        return "Token calls: %d, refreshes among them: %d. Refresh tokens: <b>%s</b>."
                .formatted(
                        ledger.tokenCalls(party.name()),
                        ledger.calls(party.name(), Endpoint.REFRESH),
                        Html.escape(party.rotation().getClass().getSimpleName()));
    }

    private static String consents(OAuthParty party) {
        return """
            <form method="post" action="/control/%1$s">
            <label>Refresh tokens <select name="rotation">%2$s</select>
            grace seconds <input name="seconds" value="30" size="6"></label>
            <button>Set</button></form>
            <form method="post" action="/control/%1$s">
            <label>Withdraw all consent of <select name="withdraw">%3$s</select></label>
            <button>Withdraw</button></form>
            """.formatted(
                        party.name(),
                        options(ROTATIONS),
                        options(party.offered().stream().map(Person::id).toList()));
    }

    private static String clients(OAuthParty party) {
        String rows = party.clients().stream()
                .map(client -> "<tr><td><code>" + Html.escape(client.id()) + "</code></td><td><code>"
                        + Html.escape(client.secret()) + "</code></td></tr>")
                .collect(Collectors.joining());
        return """
            <details><summary>Clients known here</summary><p class="quiet">Made up, and good here only.</p>
            <table><tr><th>id</th><th>secret</th></tr>%s</table></details>
            """.formatted(rows);
    }

    private static String options(List<String> values) {
        return values.stream()
                .map(value -> "<option>" + Html.escape(value) + "</option>")
                .collect(Collectors.joining());
    }
}
