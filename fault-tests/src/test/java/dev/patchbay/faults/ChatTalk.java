package dev.patchbay.faults;

import dev.patchbay.faults.world.Chatter;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Hold;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many people who talk to the bot at the same time, each in their own chat. */
final class ChatTalk implements AutoCloseable {
    private static final Duration EXCHANGE_TAKES = Duration.ofMillis(800);

    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Chatter> people = new ArrayList<>();
    private final List<Future<?>> talking = new ArrayList<>();

    private ChatTalk() {}

    /** Acts and sends are under way for a while, so that whatever dies meets some that are. */
    static void slowDown(World world) {
        world.party(Played.SPOTIFY).slow(EXCHANGE_TAKES, Endpoint.EXCHANGE);
        world.telegram().slow(Duration.ofMillis(1200), Endpoint.BOT_SEND);
    }

    /** Waits until somebody's code is exchanged: Spotify has decided, and its answer waits to be let go. */
    static Hold holdExchange(World world) {
        Hold hold = world.party(Played.SPOTIFY).hold(Endpoint.EXCHANGE);
        hold.awaitProcessed(Duration.ofSeconds(90));
        return hold;
    }

    /** Lets the answer go, and waits until it has come. */
    static void letArrive(Hold exchange) {
        exchange.release();
        Nap.of(EXCHANGE_TAKES.plusMillis(200));
    }

    /** So many begin. @param service where their browsers find it */
    static ChatTalk begin(int count, World world, URI service) {
        ChatTalk talk = new ChatTalk();
        for (int i = 1; i <= count; i++) {
            Chatter one = new Chatter(world, service, "c" + i);
            talk.people.add(one);
            talk.talking.add(talk.threads.submit(() -> one.talk(talk.enough::get)));
        }
        return talk;
    }

    /** Lets everybody come to an end. @return who talked */
    List<Chatter> end() {
        enough.set(true);
        try {
            for (Future<?> one : talking) {
                one.get();
            }
            return List.copyOf(people);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("somebody did not get on", e.getCause());
        }
    }

    /** Whoever still talks is cut short. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
