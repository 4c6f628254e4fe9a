package dev.patchbay.faults.world;

import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.party.GivenGrant;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Thousands of people who have {@link Played#OVERLAPPING} connected, brought about from within the service. */
public final class Crowd {
    private static final int SLICE = 100;
    private static final int AT_A_TIME = 8;

    private final World world;
    private final List<Somebody> people;

    private Crowd(World world, List<Somebody> people) {
        this.world = world;
        this.people = people;
    }

    /** So many. */
    public static Crowd of(int count, World world, URI service) {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "crowd" + i;
            GivenGrant given = world.party(Played.OVERLAPPING).grant(name);
            names.add(name);
            lines.add(name + " " + given.accessToken().secret() + " "
                    + given.refreshToken().secret());
        }
        List<String> answers = ask(service, "/faults/people", lines);
        List<Somebody> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] words = answers.get(i).split(" ");
            people.add(new Somebody(names.get(i), words[0], words[1]));
        }
        return new Crowd(world, List.copyOf(people));
    }

    /** All of them. */
    public List<Somebody> people() {
        return people;
    }

    /**
     * Those whose stored tokens do not open, or are not what their platform issued last.
     *
     * @param service that opens them
     */
    public List<String> lost(URI service) {
        Ledger ledger = world.sandbox(Played.OVERLAPPING).ledger();
        List<String> stored = ask(
                service,
                "/faults/stored",
                people.stream().map(Somebody::account).toList());
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            String[] tokens = stored.get(i).split(" ");
            String who = people.get(i).id();
            boolean good = tokens.length == 2
                    && ledger.isLiveAccessToken(tokens[0])
                    && ledger.familyOf(tokens[0]).stream()
                            .anyMatch(grant -> grant.person().equals(who))
                    && ledger.familyOf(tokens[1]).stream()
                            .flatMap(grant -> ledger.newestRefreshToken(grant).stream())
                            .anyMatch(newest -> newest.secret().equals(tokens[1])
                                    && newest.grant().person().equals(who));
            if (!good) {
                lost.add(who);
            }
        }
        return lost;
    }

    private static List<String> ask(URI service, String path, List<String> lines) {
        List<Future<List<String>>> coming = new ArrayList<>();
        List<String> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (int from = 0; from < lines.size(); from += SLICE) {
                String slice = String.join("\n", lines.subList(from, Math.min(lines.size(), from + SLICE)));
                coming.add(threads.submit(
                        () -> Api.say(service, path, slice).lines().toList()));
            }
            for (Future<List<String>> one : coming) {
                all.addAll(one.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
