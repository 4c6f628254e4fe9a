package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The methods of the Bot API that are played, by name. */
final class BotMethods {
    private final Map<String, Function<BotCall, Done>> byName = new TreeMap<>();
    private final Cloud cloud;
    private final BotLedger ledger;

    BotMethods(Cloud cloud, BotLedger ledger) {
        this.cloud = cloud;
        this.ledger = ledger;
        byName.put("getme", call -> getMe());
    }

    void add(UpdateMethods methods) {
        byName.put("getupdates", methods::getUpdates);
        byName.put("setwebhook", methods::setWebhook);
        byName.put("deletewebhook", methods::deleteWebhook);
        byName.put("getwebhookinfo", call -> methods.webhookInfo());
    }

    void add(MessageMethods methods) {
        byName.put("sendmessage", methods::send);
        byName.put("editmessagetext", methods::editText);
        byName.put("editmessagereplymarkup", methods::editKeyboard);
        byName.put("deletemessage", methods::delete);
        byName.put("deletemessages", methods::deleteSome);
        byName.put("sendchataction", methods::chatAction);
    }

    void add(Queries queries) {
        byName.put("answercallbackquery", call -> queries.answer(call, cloud.now()));
    }

    void add(ProfileMethods methods) {
        byName.put("setmycommands", methods::setCommands);
        byName.put("deletemycommands", methods::deleteCommands);
        byName.put("getmycommands", methods::commands);
        byName.put("setmyname", call -> methods.set("name", 64, call));
        byName.put("getmyname", call -> methods.get("name", cloud.bot().name(), call));
        byName.put("setmydescription", call -> methods.set("description", 512, call));
        byName.put("getmydescription", call -> methods.get("description", "", call));
        byName.put("setmyshortdescription", call -> methods.set("short_description", 120, call));
        byName.put("getmyshortdescription", call -> methods.get("short_description", "", call));
    }

    /** What a call counts as. */
    static Endpoint endpoint(String method) {
        return switch (method) {
            case "sendmessage" -> Endpoint.BOT_SEND;
            case "getupdates" -> Endpoint.BOT_UPDATES;
            default -> Endpoint.BOT_CALL;
        };
    }

    /** Carries a call out, writes it down, and answers it. */
    Reply answer(BotCall call) {
        if (endpoint(call.method()) == Endpoint.BOT_UPDATES) {
            return decide(call); // it waits, and must not keep others from writing
        }
        synchronized (cloud) { // whoever sees a message finds it in the ledger too
            return decide(call);
        }
    }

    private Reply decide(BotCall call) {
        try {
            Done done = carryOut(call);
            Map<String, @Nullable Object> body = Json.object("ok", true, "result", done.result());
            if (!done.description().isEmpty()) {
                body.put("description", done.description());
            }
            note(call, done.chatId(), done.messageId(), done.text(), 200, "");
            return Reply.json(200, body);
        } catch (BotRefusal refusal) {
            note(
                    call,
                    call.number("chat_id").orElse(0),
                    call.number("message_id").orElse(0),
                    call.text("text"),
                    refusal.code(),
                    refusal.description());
            return refusal.reply();
        }
    }

    private Done carryOut(BotCall call) {
        Function<BotCall, Done> method = byName.get(call.method());
        if (method == null) {
            throw BotRefusal.of(404, "Not Found: method not found");
        }
        return method.apply(call);
    }

    private void note(BotCall call, long chat, long message, String text, int status, String why) {
        ledger.called(new BotLedger.Call(cloud.now(), call.method(), chat, message, text, status, why));
    }

    private Done getMe() {
        Map<String, @Nullable Object> me = cloud.botJson();
        me.put("can_join_groups", true);
        me.put("can_read_all_group_messages", false);
        me.put("supports_inline_queries", false);
        me.put("can_connect_to_business", false);
        me.put("has_main_web_app", false);
        return Done.with(me);
    }
}
