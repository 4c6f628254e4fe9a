package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import dev.patchbay.sandbox.web.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets somebody at a browser act as any of the pretend users, at {@code /telegram} and {@code /t.me/<bot>}. */
final class TelegramDesk {
    static final String COOKIE = "sandbox_telegram";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SandboxTelegram telegram;
    private final Map<String, String> notices = new ConcurrentHashMap<>();

    TelegramDesk(SandboxTelegram telegram) {
        this.telegram = telegram;
    }

    void open(Server server) {
        server.get("/telegram", this::page);
        server.get("/telegram/chat", this::chat);
        server.post("/telegram/act", this::act);
        server.under(DeepLink.PAGE + "/", this::link);
    }

    private Person person(Optional<String> id) {
        List<Person> people = telegram.offered();
        return id.flatMap(telegram::person).filter(people::contains).orElseGet(people::getFirst);
    }

    private Reply page(Request request) {
        Person as = person(request.query().get("as").or(() -> request.cookie(COOKIE)));
        return TelegramPages.chat(telegram.bot(), as, telegram.offered(), inner(as));
    }

    private Reply chat(Request request) {
        return Reply.html(200, inner(person(request.query().get("as"))));
    }

    private String inner(Person as) {
        TelegramUser user = telegram.user(as.id());
        return TelegramPages.inner(user, as, telegram.commandsOfferedTo(user), notices.getOrDefault(as.id(), ""));
    }

    private Reply link(Request request) {
        String name = request.path().substring(DeepLink.PAGE.length() + 1);
        if (!name.equalsIgnoreCase(telegram.bot().username())) {
            return Reply.text(404, "Nobody here has that name.");
        }
        try {
            return TelegramPages.link(
                    telegram.bot(), DeepLink.checked(request.query()), request.cookie(COOKIE), telegram.offered());
        } catch (IllegalArgumentException e) {
            return Reply.text(400, "Telegram would not open this link: a payload is 1 to 64 of A-Z a-z 0-9 _ -");
        }
    }

    private Reply act(Request request) {
        if (request.isForeign()) {
            return Reply.text(403, "People act on this sandbox's own pages only.");
        }
        Parameters form = request.form();
        try {
            Person as = form.has("what", "join") ? join(form) : person(form.get("as"));
            notices.remove(as.id());
            act(form.get("what").orElse(""), form, as);
            return Reply.redirect("/telegram?as=" + as.id());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Reply.text(400, "That cannot be done: " + e.getMessage());
        }
    }

    private Person join(Parameters form) {
        Person person = telegram.addPerson(form.get("name").orElse("Somebody"), "");
        telegram.user(person.id()).speaks(form.get("language").orElse(""));
        return person;
    }

    private void act(String what, Parameters form, Person as) {
        TelegramUser user = telegram.user(as.id());
        switch (what) {
            case "join" -> {}
            case "start" -> user.start();
            case "write" -> user.write(form.get("text").orElse(""));
            case "open" ->
                user.write(DeepLink.checked(form)
                        .map(payload -> "/start " + payload)
                        .orElse("/start"));
            case "block" -> user.block();
            case "unblock" -> user.unblock();
            case "press" -> press(user, form, as);
            default -> throw new IllegalArgumentException("nobody knows how");
        }
    }

    private void press(TelegramUser user, Parameters form, Person as) {
        long message = Long.parseLong(form.get("message").orElse("0"));
        int index = Integer.parseInt(form.get("button").orElse("0"));
        List<Button> buttons =
                user.chat().message(message).map(ChatMessage::buttons).orElse(List.of());
        if (index < 0 || index >= buttons.size()) {
            throw new IllegalArgumentException("the button has gone");
        }
        Press press = user.pressData(user, message, buttons.get(index).data());
        Thread.startVirtualThread(() -> press.awaitAnswer(PATIENCE)
                .map(PressAnswer::text)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> notices.put(as.id(), text)));
    }
}
