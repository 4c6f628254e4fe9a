package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.web.Delivery;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A stand-in for one outside party: its people, and its faults. Safe for many threads. */
public abstract class Party {
    private static final String GATEWAY_PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    private static final String PORTAL_PAGE =
            "<html><head><title>Welcome</title></head><body><h1>Please accept the terms of this"
                    + " network</h1></body></html>";

    private final String name;
    private final FaultScript faults = new FaultScript();
    private final People people;

    /** What the sandbox gave it. */
    protected final Surroundings world;

    /** A party with these people; those added to it earlier come back from the journal. */
    protected Party(String name, Surroundings world, List<Person> residents) {
        this.name = name;
        this.world = world;
        this.people = new People(world.journal(), name, residents);
    }

    /** Its name in the ledger and at {@code /control/}, such as {@code spotify}. */
    public final String name() {
        return name;
    }

    /** Where something of this server is: an absolute address for a path. */
    protected final URI at(String path) {
        return world.server().base().resolve(path);
    }

    /** Everybody who has an account, in the order they came. */
    public final List<Person> people() {
        return people.all();
    }

    /** The person of this id. */
    public final Optional<Person> person(String id) {
        return people.find(id);
    }

    /** Opens an account; an empty e-mail address is made up. */
    public final Person addPerson(String name, String email) {
        return people.add(name, email);
    }

    /** Commits these faults on the next calls that they fit, one a call, after those already waiting. */
    public final void script(Fault... next) {
        faults.add(List.of(next));
    }

    /** Commits this fault on every call that it fits, whenever no scripted one is waiting; replaces an earlier one. */
    public final void always(Fault fault) {
        faults.always(fault);
    }

    /** Forgets all faults. Calls that hang go on hanging. */
    public final void calm() {
        faults.calm();
    }

    /** The faults still to come, in words. */
    public final List<String> pendingFaults() {
        return faults.pending();
    }

    /**
     * Takes orders from the control form: {@code calm}, or {@code fault} with {@code times} (a number or
     * {@code always}), {@code seconds} and {@code endpoint}.
     *
     * @throws IllegalArgumentException if the form makes no sense; the message says what is wrong
     */
    public void control(Parameters form) {
        if (form.get("calm").isPresent()) {
            calm();
        }
        form.get("fault").ifPresent(label -> order(label, form));
    }

    private void order(String label, Parameters form) {
        Fault fault = Fault.Kind.named(label);
        if (form.get("seconds").isPresent()) {
            fault = fault.lasting(seconds(form));
        }
        Optional<String> endpoint = form.get("endpoint");
        if (endpoint.isPresent()) {
            fault = fault.at(Endpoint.valueOf(endpoint.get().toUpperCase(Locale.ROOT)));
        }
        if (form.has("times", "always")) {
            always(fault);
            return;
        }
        int times = form.get("times").map(Integer::parseInt).orElse(1);
        if (times < 1 || times > 10_000) {
            throw new IllegalArgumentException("times must be 1 to 10000, or always");
        }
        faults.add(Collections.nCopies(times, fault));
    }

    /** The form's {@code seconds}; 30 if it says nothing. */
    protected static Duration seconds(Parameters form) {
        return Duration.ofSeconds(form.get("seconds").map(Long::parseLong).orElse(30L));
    }

    /** Counts the call, and answers it honestly or with the fault whose turn it is. */
    protected final Reply serve(Endpoint endpoint, Function<Optional<Fault.Kind>, Reply> honestly) {
        world.books().called(name, endpoint);
        Optional<Fault> due = faults.take(endpoint);
        if (due.isEmpty()) {
            return honestly.apply(Optional.empty());
        }
        Fault fault = due.get();
        return switch (fault.kind().phase()) {
            case INSTEAD -> instead(endpoint, fault);
            case WITHIN -> honestly.apply(Optional.of(fault.kind()));
            case AFTERWARDS -> Spoiler.spoil(honestly.apply(Optional.empty()), fault);
        };
    }

    private Reply instead(Endpoint endpoint, Fault fault) {
        String seconds = Long.toString(fault.time().toSeconds());
        return switch (fault.kind()) {
            case BAD_GATEWAY -> Reply.html(502, GATEWAY_PAGE);
            case UNAVAILABLE ->
                Reply.text(503, "upstream connect error or disconnect/reset before headers")
                        .with("Retry-After", seconds);
            case TOO_MANY_REQUESTS -> refuse(Refusal.THROTTLED).with("Retry-After", seconds);
            case QUOTA_EXCEEDED -> refuse(Refusal.QUOTA_EXCEEDED);
            case INVALID_GRANT ->
                refuse(endpoint == Endpoint.REFRESH ? Refusal.REFRESH_TOKEN_DEAD : Refusal.CODE_SPENT);
            case INVALID_CLIENT -> refuse(Refusal.CLIENT_SECRET_WRONG);
            case INVALID_TOKEN -> refuse(Refusal.ACCESS_TOKEN_INVALID);
            case NOT_JSON -> Reply.html(200, PORTAL_PAGE);
            case HANG -> Reply.text(504, "").delivered(Delivery.NEVER);
            case KEYS_FAIL -> Reply.text(500, "Internal Server Error");
            default -> throw new IllegalStateException(fault.kind() + " does not strike instead of an answer");
        };
    }

    /** Forms of its own for the index page, as HTML; none at most parties. */
    public String extraControls() {
        return "";
    }

    /** This party's words for a refusal. */
    protected abstract Reply refuse(Refusal refusal);
}
