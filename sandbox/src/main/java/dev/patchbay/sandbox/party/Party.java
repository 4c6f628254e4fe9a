package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.web.Delivery;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private final Pace pace = new Pace();
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

    /** Those who are offered on pages: everybody but the made-up. */
    public final List<Person> offered() {
        return people.offered();
    }

    /** The person of this id, who is made up if there is nobody. */
    protected final Person personOrMadeUp(String id) {
        return people.findOrMakeUp(id);
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

    /**
     * Commits this fault on every call that it fits, until {@link #wellAgain}, whenever no scripted one is waiting;
     * replaces an earlier one.
     */
    public final void always(Fault fault) {
        faults.always(fault);
    }

    /**
     * From now on every call is processed at once and answered this much later, faults included: calls to these endpoints,
     * or without any to all of the service's own. No time at all ends it. Calls on their way keep their pace.
     */
    public final void slow(Duration time, Endpoint... at) {
        pace.slow(time, at.length == 0 ? Fault.Where.SERVICE.endpoints() : Set.of(at));
    }

    /** Ends what lasts: the fault that always strikes, and all slowness. What was scripted or held stays so. */
    public final void wellAgain() {
        faults.wellAgain();
        pace.prompt();
    }

    /**
     * Holds the next call to this endpoint that no earlier hold is waiting for: it is processed at once, with whatever
     * fault is due, and answered when the hold is released.
     */
    public final Hold hold(Endpoint endpoint) {
        return pace.hold(endpoint);
    }

    /** Forgets all faults, slowness and holds; answers that were held go. Calls that hang go on hanging. */
    public final void calm() {
        faults.calm();
        pace.prompt();
        pace.releaseAll();
    }

    /** The faults still to come, and whatever else is out of the ordinary, in words. */
    public final List<String> pendingFaults() {
        List<String> words = new ArrayList<>(faults.pending());
        words.addAll(pace.pending());
        return words;
    }

    /**
     * Takes orders from the control form: {@code calm}, {@code well}, {@code release} (all that is held), {@code hold}
     * with {@code endpoint}, {@code slow} (milliseconds) with or without {@code endpoint}, or {@code fault} with
     * {@code times} (a number or {@code always}), {@code seconds} and {@code endpoint}.
     *
     * @throws IllegalArgumentException if the form makes no sense; the message says what is wrong
     */
    public void control(Parameters form) {
        if (form.get("calm").isPresent()) {
            calm();
        }
        if (form.get("well").isPresent()) {
            wellAgain();
        }
        if (form.get("release").isPresent()) {
            pace.releaseAll();
        }
        if (form.get("hold").isPresent()) {
            hold(endpoint(form).orElse(Endpoint.REFRESH));
        }
        form.get("slow")
                .map(Long::parseLong)
                .map(Duration::ofMillis)
                .ifPresent(time -> slow(time, endpoint(form).stream().toArray(Endpoint[]::new)));
        form.get("fault").ifPresent(label -> order(label, form));
    }

    private static Optional<Endpoint> endpoint(Parameters form) {
        return form.get("endpoint").map(name -> Endpoint.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private void order(String label, Parameters form) {
        Fault fault = Fault.Kind.named(label);
        if (form.get("seconds").isPresent()) {
            fault = fault.lasting(seconds(form));
        }
        Optional<Endpoint> endpoint = endpoint(form);
        if (endpoint.isPresent()) {
            fault = fault.at(endpoint.get());
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

    /** Counts the call, and answers it honestly or with the fault whose turn it is, at the pace that was ordered. */
    protected final Reply serve(Endpoint endpoint, Function<Optional<Fault.Kind>, Reply> honestly) {
        world.books().called(name, endpoint);
        return pace.paced(endpoint, () -> answer(endpoint, honestly));
    }

    private Reply answer(Endpoint endpoint, Function<Optional<Fault.Kind>, Reply> honestly) {
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
            case TOO_MANY_REQUESTS -> throttle(fault.time()).with("Retry-After", seconds);
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

    /** This party's words for "too many requests", before {@code Retry-After} is added. */
    protected Reply throttle(Duration time) {
        return refuse(Refusal.THROTTLED);
    }

    /** This party's words for a refusal. */
    protected abstract Reply refuse(Refusal refusal);
}
