package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.Party;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Telegram with one bot: its Bot API at {@code /bot<token>/<method>}, and people who chat with it. Faults, slowness and
 * holds are ordered as at the other parties, at {@code BOT_SEND}, {@code BOT_UPDATES} and {@code BOT_CALL}.
 */
public final class SandboxTelegram extends Party implements AutoCloseable {
    private static final String API = "/bot";
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"),
            new Person("bob", "Bob Okafor", "bob@example.com"),
            new Person("yusra", "\u064a\u0633\u0631\u0649 \ud83c\udfa7", "yusra@example.com"));

    private final BotLedger ledger = new BotLedger();
    private final SendLimits limits = new SendLimits();
    private final ProfileMethods profile = new ProfileMethods();
    private final Queries queries = new Queries();
    private final Cloud cloud;
    private final Acts acts;
    private final BotMethods methods;
    private final Webhook webhook;
    private final Deliveries deliveries;

    /** Puts the party on the server. */
    public SandboxTelegram(Surroundings world, BotAccount bot) {
        super("telegram", world, RESIDENTS);
        Updates updates = new Updates(world.clock());
        Memory memory = new Memory(world.journal());
        this.cloud = new Cloud(bot, world.clock(), updates, memory, this::wakeWebhook);
        this.acts = new Acts(cloud, queries);
        this.methods = new BotMethods(cloud, ledger);
        Postman postman = new Postman(cloud, ledger, methods::answer);
        this.webhook = new Webhook(updates, postman, cloud);
        this.deliveries = new Deliveries(updates, webhook, postman);
        methods.add(new UpdateMethods(updates, webhook, ledger, cloud));
        methods.add(new MessageMethods(cloud, limits));
        methods.add(queries);
        methods.add(profile);
        remember(memory);
        world.books().canary(bot.token());
        world.server().under(API, this::api);
        new TelegramDesk(this).open(world.server());
    }

    private void remember(Memory memory) {
        memory.people()
                .forEach(line -> Memory.apply(line, cloud.account(personOrMadeUp(String.valueOf(line.get("person"))))));
        memory.messages().forEach(line -> cloud.restore(Memory.chatOf(line), Memory.message(line)));
    }

    private void wakeWebhook() {
        webhook.wake();
    }

    /** Where the Bot API is, without a path, as {@code https://api.telegram.org} has none. */
    public URI apiUrl() {
        return world.server().base();
    }

    /** Where {@code https://t.me} is played: a link is this, a slash, the bot's name, and {@code ?start=<payload>}. */
    public URI linkUrl() {
        return at(DeepLink.PAGE);
    }

    /** The page for chatting by hand. */
    public URI chatPage() {
        return at("/telegram");
    }

    /** The bot that is known here. */
    public BotAccount bot() {
        return cloud.bot();
    }

    /** The person of this id, such as {@code ann}; one is made up if there is nobody. */
    public TelegramUser user(String personId) {
        Account account = cloud.account(personOrMadeUp(personId));
        Chat room = cloud.chat(account.id()).orElseThrow();
        return new TelegramUser(cloud, account, room, acts, queries);
    }

    /** Makes a group, where anybody may write; this person takes the bot in. */
    public TelegramGroup group(String title, TelegramUser by) {
        Chat chat = cloud.create(Chat.Kind.GROUP, title);
        acts.addBot(by.account(), chat);
        return new TelegramGroup(cloud, chat, acts);
    }

    /** Makes a channel with the bot in it. */
    public TelegramGroup channel(String title) {
        return new TelegramGroup(cloud, cloud.create(Chat.Kind.CHANNEL, title), acts);
    }

    /** The commands in this person's menu in the private chat, each with its description: {@code /help What I can do}. */
    public List<String> commandsOfferedTo(TelegramUser user) {
        return profile.offered(user.account().language).stream()
                .map(command -> "/" + command.get("command") + " " + command.get("description"))
                .toList();
    }

    /** What the bot asked and what it was told. */
    public BotLedger ledger() {
        return ledger;
    }

    /** How updates are delivered. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** Whether more than Telegram allows is refused with 429; it is not unless this was called. */
    public void enforceLimits(boolean enforce) {
        limits.enforce(enforce);
    }

    private Reply api(Request request) {
        String rest = request.path().substring(API.length());
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return BotRefusal.of(404, "Not Found").reply();
        }
        if (!isToken(rest.substring(0, slash))) {
            return BotRefusal.of(401, "Unauthorized").reply();
        }
        String method = rest.substring(slash + 1);
        return serve(BotMethods.endpoint(method.toLowerCase(Locale.ROOT)), fault -> {
            if (fault.filter(Fault.Kind.POLL_CONFLICT::equals).isPresent()) {
                return BotRefusal.conflict(
                                "terminated by other getUpdates request; make sure that only one bot instance"
                                        + " is running")
                        .reply();
            }
            try {
                return methods.answer(BotCall.of(method, request));
            } catch (BotRefusal refusal) {
                return refusal.reply(); // the arguments could not be read
            }
        });
    }

    private boolean isToken(String presented) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.UTF_8), bot().token().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Also takes {@code limits} ({@code on}, {@code off}), {@code repeat} (times), {@code deliveries} ({@code hold},
     * {@code release}, {@code reversed}) and {@code delay} (milliseconds).
     */
    @Override
    public void control(Parameters form) {
        super.control(form);
        form.get("limits").ifPresent(wanted -> enforceLimits(wanted.equals("on")));
        form.get("repeat").map(Integer::parseInt).ifPresent(deliveries::repeatEach);
        form.get("delay").map(Long::parseLong).map(Duration::ofMillis).ifPresent(deliveries::delayEach);
        form.get("deliveries").ifPresent(wanted -> {
            switch (wanted) {
                case "hold" -> deliveries.hold();
                case "release" -> deliveries.release();
                case "reversed" -> deliveries.releaseReversed();
                default -> throw new IllegalArgumentException("hold, release or reversed");
            }
        });
    }

    @Override
    public String extraControls() {
        return TelegramPages.controls(bot(), limits.enforced(), deliveries.pending());
    }

    @Override
    protected Reply throttle(Duration time) {
        return BotRefusal.tooMany(Math.max(1, time.toSeconds())).reply();
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return refusal == Refusal.ACCESS_TOKEN_INVALID
                ? BotRefusal.of(401, "Unauthorized").reply()
                : BotRefusal.of(400, "Bad Request").reply();
    }

    /** Stops posting to webhooks. */
    @Override
    public void close() {
        webhook.close();
    }
}
