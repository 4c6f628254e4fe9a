package dev.patchbay.faults.world;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.ledger.RefreshCall;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.spotify.SandboxSpotify;
import dev.patchbay.sandbox.telegram.SandboxTelegram;
import dev.patchbay.sandbox.wire.FaultProxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A sandbox for each platform, so that each has its own ways, faults and ledger, and one that people sign in at. */
public final class World implements AutoCloseable {
    /** What the service opens its vault with. */
    public static final String MASTER_KEY = "q8Zt4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pe";

    private final Sandbox signIn;
    private final Map<Played, Sandbox> platforms = new EnumMap<>(Played.class);

    private final Map<Played, FaultProxy> wires = new EnumMap<>(Played.class);

    private Optional<String> chatMode = Optional.empty();

    private World(Sandbox signIn) {
        this.signIn = signIn;
    }

    /** These platforms, with access tokens that live so long. */
    public static World of(Duration accessTokenLife, Played... platforms) {
        return new World(Sandbox.start(SandboxOptions.defaults())).and(accessTokenLife, platforms);
    }

    /** These as well, with access tokens that live so long. */
    public World and(Duration accessTokenLife, Played... more) {
        for (Played one : more) {
            Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAccessTokenLife(accessTokenLife));
            sandbox.spotify().rotation(one.rotation());
            platforms.put(one, sandbox);
        }
        return this;
    }

    /** From now on the service reaches each platform through a wire of its own that can be made to misbehave. */
    public World wired() {
        platforms.forEach((platform, sandbox) -> {
            int port = sandbox.spotifyAccountsUrl().getPort();
            wires.put(platform, FaultProxy.to("127.0.0.1", port));
        });
        return this;
    }

    /** From now on the service has a bot at Telegram. @param mode {@code polling} or {@code webhook} */
    public World chatting(String mode) {
        chatMode = Optional.of(mode);
        return this;
    }

    /** Telegram, with one bot. */
    public SandboxTelegram telegram() {
        return signIn.telegram();
    }

    /** The wire to that platform of a wired world. */
    public FaultProxy wire(Played platform) {
        return Objects.requireNonNull(wires.get(platform));
    }

    private String through(Played platform, URI address) {
        FaultProxy wire = wires.get(platform);
        return wire == null
                ? address.toString()
                : address.toString().replace(":" + address.getPort(), ":" + wire.port());
    }

    /** The settings that put this world in place of the real one. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "GOOGLE_ISSUER", signIn.googleIssuer().toString(),
                "GOOGLE_CLIENT_ID", SandboxOptions.GOOGLE_CLIENT.id(),
                "GOOGLE_CLIENT_SECRET", SandboxOptions.GOOGLE_CLIENT.secret(),
                "ENCRYPTION_KEY", MASTER_KEY));
        platforms.forEach((platform, sandbox) -> {
            String prefix = platform.name();
            settings.put(prefix + "_ACCOUNTS_URL", through(platform, sandbox.spotifyAccountsUrl()));
            settings.put(prefix + "_API_URL", through(platform, sandbox.spotifyApiUrl()));
            settings.put(prefix + "_CLIENT_ID", SandboxOptions.SPOTIFY_CLIENT.id());
            settings.put(prefix + "_CLIENT_SECRET", SandboxOptions.SPOTIFY_CLIENT.secret());
        });
        chatMode.ifPresent(mode -> settings.putAll(Map.of(
                "TELEGRAM_MODE", mode,
                "TELEGRAM_API_URL", signIn.telegramApiUrl().toString(),
                "TELEGRAM_LINK_URL", telegram().linkUrl().toString(),
                "TELEGRAM_BOT_TOKEN", SandboxOptions.TELEGRAM_BOT.token(),
                "BOT_USERNAME", SandboxOptions.TELEGRAM_BOT.username())));
        return settings;
    }

    /** The platforms there are. */
    public Iterable<Played> platforms() {
        return platforms.keySet();
    }

    /** Whoever plays that platform: its faults. */
    public SandboxSpotify party(Played platform) {
        return sandbox(platform).spotify();
    }

    /** The sandbox of that platform: its ledger. */
    public Sandbox sandbox(Played platform) {
        return platforms.get(platform);
    }

    /** Every code and token that anybody here ever issued. */
    public List<IssuedToken> issued() {
        List<IssuedToken> all = new ArrayList<>(signIn.ledger().tokens());
        platforms.values().forEach(sandbox -> all.addAll(sandbox.ledger().tokens()));
        return all;
    }

    /** How often the platform was asked to refresh a token of this person. */
    public int refreshCalls(Played platform, Somebody who) {
        Ledger ledger = sandbox(platform).ledger();
        return ledger.grants().stream()
                .filter(grant -> grant.person().equals(who.id()))
                .mapToInt(ledger::refreshCalls)
                .sum();
    }

    /** When the platform was asked to refresh any token, oldest first. */
    public List<Instant> refreshTimes(Played platform) {
        return sandbox(platform).ledger().refreshes().stream()
                .map(RefreshCall::receivedAt)
                .toList();
    }

    /** Opens an account at everybody's. @return its id at all of them */
    String addPerson(String name) {
        Person person = signIn.google().addPerson(name, "");
        platforms.values().forEach(sandbox -> {
            Person there = sandbox.spotify().addPerson(name, "");
            if (!there.id().equals(person.id())) {
                throw new IllegalArgumentException(name + " is taken");
            }
        });
        return person.id();
    }

    URI signIn(URI authUrl, String person) {
        return signIn.google().approve(authUrl, person);
    }

    URI connect(Played platform, URI authUrl, String person) {
        return party(platform).approve(authUrl, person);
    }

    @Override
    public void close() {
        signIn.close();
        wires.values().forEach(FaultProxy::close);
        platforms.values().forEach(Sandbox::close);
    }
}
