package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The mass-failure brake: when at least 5 of an app's grants are refused within 10 minutes, and that is at least half of the
 * answers, a fault at the provider is likelier than so many people withdrawing at once. Counts this process's calls; safe for many
 * threads.
 */
final class DeathWatch {
    private static final int UNUSUAL = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int REMEMBERED = 1000;

    private record Answer(Instant at, boolean refused) {}

    private final ConcurrentMap<ClientAppId, Deque<Answer>> byApp = new ConcurrentHashMap<>();
    private final ConcurrentMap<ClientAppId, Instant> trustedAt = new ConcurrentHashMap<>();

    /**
     * A grant was refused.
     *
     * @param doubtedSince since when this grant's refusals are doubted; it stays so for as long as the app's doubt could, also when
     *     something else was noted of the app meanwhile, unless a canary came back
     * @return whether to believe it
     */
    boolean believes(ClientAppId app, AppCondition known, Optional<Instant> doubtedSince, Instant now) {
        boolean wasDoubted = doubtedSince
                .filter(since -> !trustedAt.getOrDefault(app, Instant.MIN).isAfter(since))
                .isPresent();
        if (wasDoubted) {
            return !now.isBefore(doubtedSince.get().plus(AppCondition.Doubted.LONGEST));
        }
        if (known instanceof AppCondition.Doubted doubt) {
            return doubt.isOver(now);
        }
        Deque<Answer> answers = byApp.computeIfAbsent(app, name -> new ArrayDeque<>());
        synchronized (answers) {
            see(answers, new Answer(now, true));
            long refused = answers.stream().filter(Answer::refused).count();
            return refused < UNUSUAL || refused * 2 < answers.size();
        }
    }

    /** A grant was renewed. */
    void renewed(ClientAppId app, Instant now) {
        Deque<Answer> answers = byApp.computeIfAbsent(app, name -> new ArrayDeque<>());
        synchronized (answers) {
            see(answers, new Answer(now, false));
        }
    }

    /** A canary came back: earlier refusals say nothing any more. */
    void trusted(ClientAppId app, Instant now) {
        byApp.remove(app);
        trustedAt.put(app, now);
    }

    private static void see(Deque<Answer> answers, Answer answer) {
        while (!answers.isEmpty()
                && (answers.size() >= REMEMBERED
                        || answers.getFirst().at().isBefore(answer.at().minus(WINDOW)))) {
            answers.removeFirst();
        }
        answers.addLast(answer);
    }
}
