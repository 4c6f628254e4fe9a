package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.web.Delivery;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spoils an answer that has been given. */
final class Spoiler {
    private static final int OVERSIZE = 70 * 1024;

    private Spoiler() {}

    static Reply spoil(Reply reply, Fault fault) {
        return switch (fault.kind()) {
            case ANSWER_LATE -> reply.after(fault.time());
            case ANSWER_DROPPED -> reply.delivered(Delivery.DROPPED);
            case BODY_CUT -> reply.delivered(Delivery.CUT);
            case FIELDS_RENAMED -> reply.isJson() ? reply.withJson(renamed(Json.read(reply.body()))) : reply;
            case BODY_OVERSIZE -> reply.isJson() ? reply.withJson(padded(Json.read(reply.body()))) : reply;
            case WRONG_CONTENT_TYPE -> reply.with("Content-Type", "text/html; charset=utf-8");
            default -> throw new IllegalStateException(fault.kind() + " does not strike afterwards");
        };
    }

    private static Map<String, Object> renamed(Map<String, Object> body) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        body.forEach((name, value) -> renamed.put(name + "_v2", value));
        return renamed;
    }

    private static Map<String, Object> padded(Map<String, Object> body) {
        Map<String, Object> padded = new LinkedHashMap<>();
        padded.put("padding", "x".repeat(OVERSIZE));
        padded.putAll(body);
        return padded;
    }
}
