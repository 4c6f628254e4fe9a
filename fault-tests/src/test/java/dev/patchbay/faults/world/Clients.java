package dev.patchbay.faults.world;

import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.history.Asked.What;
import dev.patchbay.faults.history.Fingerprint;
import dev.patchbay.faults.history.History;
import dev.patchbay.faults.history.Link;
import dev.patchbay.faults.world.Api.Answer;
import dev.patchbay.faults.world.Api.NoAnswer;
import java.net.URI;
import java.time.Instant;

/** Clients whose every request is written down. Safe for many threads. */
public final class Clients {
    /** Makes a token be renewed when less than half of its life is left: no more can be asked for. */
    public static final int AS_LONG_AS_CAN_BE = 3600;

    private final History history;

    /** Clients that write to this history. */
    public Clients(History history) {
        this.history = history;
    }

    /** A request. */
    private interface Request {
        Answer send() throws NoAnswer;
    }

    /** Asks for a token that is good for {@code minTtl} seconds. */
    public Asked token(Target target, Somebody who, Played platform, int minTtl) {
        return written(
                What.TOKEN,
                target,
                who,
                platform,
                () -> Api.get(
                        target.address(), "/platforms/" + platform.id() + "/token?min_ttl=" + minTtl, who.session()));
    }

    /** Asks for a renewed token. */
    public Asked refresh(Target target, Somebody who, Played platform) {
        return written(
                What.TOKEN,
                target,
                who,
                platform,
                () -> Api.post(target.address(), "/platforms/" + platform.id() + "/refresh", who.session(), "{}"));
    }

    /** Ends the connection. */
    public Asked disconnect(Target target, Somebody who, Played platform) {
        return written(
                What.DISCONNECT,
                target,
                who,
                platform,
                () -> Api.delete(target.address(), "/user/platforms/" + platform.id(), who.session()));
    }

    private Asked written(What what, Target target, Somebody who, Played platform, Request request) {
        Instant began = Instant.now();
        Answered answered;
        try {
            answered = answered(what, request.send());
        } catch (NoAnswer none) {
            answered = new Answered.Unknown(String.valueOf(none.getMessage()));
        }
        Asked asked = new Asked(new Link(platform, who.id()), what, target.name(), began, Instant.now(), answered);
        history.add(asked);
        return asked;
    }

    private static Answered answered(What what, Answer answer) {
        if (answer.status() >= 300) {
            return new Answered.Refused(answer.status(), answer.problem("code"), answer.problem("cause"));
        }
        return what == What.TOKEN ? new Answered.Lent(Fingerprint.of(answer.data("accessToken"))) : new Answered.Done();
    }

    /** Somewhere to send requests to. */
    public record Target(String name, URI address) {}
}
