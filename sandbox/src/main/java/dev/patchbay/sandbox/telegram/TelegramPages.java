package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.web.Html;
import dev.patchbay.sandbox.web.Reply;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person sees in place of Telegram's app. */
final class TelegramPages {
    private static final String ACCENT = "#0369a1";
    private static final String STYLE = """
        <style>
          #chat { max-height: 60vh; overflow-y: auto; }
          .said { white-space: pre-wrap; overflow-wrap: anywhere; border-radius: .8rem; padding: .4rem .8rem;
            margin: .4rem 0; max-width: 85%; width: fit-content; border: 1px solid GrayText; }
          .mine { margin-left: auto; background: color-mix(in srgb, var(--accent) 20%, Canvas); }
          .buttons form, .buttons a { display: inline-block; margin: .2rem .3rem 0 0; }
          .who a { margin-right: .6rem; } .who a[aria-current] { font-weight: bold; }
          .notice { border-left: 4px solid var(--accent); padding-left: .6rem; }
        </style>
        """;
    private static final String SCRIPT = """
        const chat = document.getElementById('chat');
        let last = chat.innerHTML;
        chat.scrollTop = chat.scrollHeight;
        setInterval(async () => {
          try {
            const answer = await fetch('/telegram/chat?as=' + encodeURIComponent(chat.dataset.as));
            const html = await answer.text();
            if (answer.ok && html !== last) {
              chat.innerHTML = last = html;
              chat.scrollTop = chat.scrollHeight;
            }
          } catch (gone) { }
        }, 1000);
        """;

    private TelegramPages() {}

    /** The whole page; its script does nothing but ask for the newest state of the chat. */
    static Reply chat(BotAccount bot, Person as, List<Person> people, String inner) {
        String others = people.stream()
                .map(person -> "<a href=\"/telegram?as=%1$s\"%2$s>%3$s</a>"
                        .formatted(
                                Html.escape(person.id()),
                                person.equals(as) ? " aria-current=\"page\"" : "",
                                Html.escape(person.name())))
                .collect(Collectors.joining("\n"));
        String body = """
            %1$s<main class="wide">
            <span class="tag">Sandbox Telegram</span>
            <h1>%2$s <small>@%3$s</small></h1>
            <p class="who">You are: %4$s</p>
            <div id="chat" data-as="%5$s" aria-live="polite">%6$s</div>
            <noscript><p><a href="/telegram?as=%5$s">Look again</a></p></noscript>
            <form method="post" action="/telegram/act"><input type="hidden" name="as" value="%5$s">
            <input type="hidden" name="what" value="write">
            <label>Message <input name="text" size="50" maxlength="4096" required autofocus autocomplete="off"></label>
            <button class="main">Send</button></form>
            <p>%7$s %8$s %9$s</p>
            <details><summary>Somebody else</summary>
            <form method="post" action="/telegram/act"><input type="hidden" name="what" value="join">
            <label>Name <input name="name" required maxlength="60" autocomplete="off"></label>
            <label>Language <input name="language" value="en" maxlength="8" size="4"></label>
            <button>Get a phone</button></form></details>
            </main>
            <script>%10$s</script>
            """.formatted(
                        STYLE,
                        Html.escape(bot.name()),
                        Html.escape(bot.username()),
                        others,
                        Html.escape(as.id()),
                        inner,
                        act(as, "start", "START"),
                        act(as, "block", "Block the bot"),
                        act(as, "unblock", "Unblock"),
                        SCRIPT);
        return Reply.html(200, Html.page("Sandbox Telegram", ACCENT, body))
                .with("Content-Security-Policy", policy())
                .with("Set-Cookie", TelegramDesk.COOKIE + "=" + as.id() + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private static String policy() {
        String hash = Base64.getEncoder().encodeToString(Sha256.of(SCRIPT));
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash
                + "'; connect-src 'self'; frame-ancestors 'none'";
    }

    private static String act(Person as, String what, String label) {
        return """
            <form method="post" action="/telegram/act" style="display: inline">
            <input type="hidden" name="as" value="%s">
            <button name="what" value="%s">%s</button></form>
            """.formatted(Html.escape(as.id()), what, Html.escape(label));
    }

    /** What changes by itself: the messages, the menu of commands, a notice. */
    static String inner(TelegramUser user, Person as, List<String> commands, String notice) {
        StringBuilder html = new StringBuilder();
        List<ChatMessage> messages = user.chat().visible();
        if (messages.isEmpty()) {
            html.append("<p class=\"quiet\">Nothing has been said. Press START.</p>\n");
        }
        messages.forEach(message -> html.append(said(message, as)));
        if (!notice.isEmpty()) {
            html.append("<p class=\"notice\">").append(Html.escape(notice)).append("</p>\n");
        }
        if (!commands.isEmpty()) {
            html.append("<div class=\"buttons\">");
            commands.forEach(command -> html.append(command(as, command)));
            html.append("</div>\n");
        }
        return html.toString();
    }

    private static String said(ChatMessage message, Person as) {
        String kind = message.isFromBot() ? "said" : "said mine";
        StringBuilder buttons = new StringBuilder();
        List<Button> all = message.buttons();
        for (int i = 0; i < all.size(); i++) {
            buttons.append(button(message, i, all.get(i), as));
        }
        return "<div class=\"%s\">%s%s</div>\n"
                .formatted(
                        kind,
                        ShownText.of(message),
                        buttons.isEmpty() ? "" : "<div class=\"buttons\">" + buttons + "</div>");
    }

    private static String button(ChatMessage message, int index, Button button, Person as) {
        if (!button.url().isEmpty()) {
            return ShownText.link(button.url()) + Html.escape(button.label()) + " &nearr;</a>";
        }
        return """
            <form method="post" action="/telegram/act"><input type="hidden" name="as" value="%s">\
            <input type="hidden" name="message" value="%d"><input type="hidden" name="button" value="%d">\
            <button name="what" value="press">%s</button></form>\
            """.formatted(Html.escape(as.id()), message.id(), index, Html.escape(button.label()));
    }

    private static String command(Person as, String command) {
        String name = command.split(" ", 2)[0];
        return """
            <form method="post" action="/telegram/act"><input type="hidden" name="as" value="%s">\
            <input type="hidden" name="text" value="%s">\
            <button name="what" value="write" title="%s">%s</button></form>\
            """.formatted(Html.escape(as.id()), Html.escape(name), Html.escape(command), Html.escape(name));
    }

    /** The page at {@code t.me}: who opens the link, and START. */
    static Reply link(BotAccount bot, Optional<String> payload, Optional<String> usual, List<Person> people) {
        String choices = people.stream()
                .map(person -> """
                    <label><input type="radio" name="as" value="%s" required%s> %s</label>
                    """.formatted(
                                Html.escape(person.id()),
                                usual.filter(person.id()::equals).isPresent() ? " checked" : "",
                                Html.escape(person.name())))
                .collect(Collectors.joining());
        String body = """
            <main>
            <span class="tag">Sandbox Telegram</span>
            <h1>%1$s <small>@%2$s</small></h1>
            <p class="quiet">Telegram would open its app now.</p>
            <form method="post" action="/telegram/act"><input type="hidden" name="what" value="open">
            <input type="hidden" name="start" value="%3$s">
            <fieldset><legend>On whose phone?</legend>
            %4$s</fieldset>
            <p><button class="main">START</button></p></form>
            </main>
            """.formatted(
                        Html.escape(bot.name()), Html.escape(bot.username()), Html.escape(payload.orElse("")), choices);
        return Reply.html(200, Html.page("@" + bot.username(), ACCENT, body));
    }

    /** Forms for the sandbox's index page. */
    static String controls(BotAccount bot, boolean limits, int pending) {
        return """
            <p><a href="/telegram">Chat with @%1$s</a>. Updates waiting: %2$d.
            Telegram's limits are <b>%3$s</b>.</p>
            <form method="post" action="/control/telegram"><label>Limits for sending</label>
            <button name="limits" value="on">Enforce</button> <button name="limits" value="off">Let pass</button></form>
            <form method="post" action="/control/telegram">
            <label>Deliver each update <input name="repeat" value="2" size="3"> times</label><button>Set</button></form>
            <form method="post" action="/control/telegram"><label>Updates</label>
            <button name="deliveries" value="hold">Hold</button>
            <button name="deliveries" value="release">Release</button>
            <button name="deliveries" value="reversed">Release the newest first</button></form>
            <details><summary>Bot known here</summary><p class="quiet">Made up, and good here only.</p>
            <p><code>BOT_USERNAME=%1$s</code><br><code>TELEGRAM_BOT_TOKEN=%4$s</code></p></details>
            """.formatted(
                Html.escape(bot.username()), pending, limits ? "enforced" : "not enforced", Html.escape(bot.token()));
    }
}
