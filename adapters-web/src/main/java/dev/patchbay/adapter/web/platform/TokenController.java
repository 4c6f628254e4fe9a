package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.Lending;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands out tokens. The session is proven by the same look at the store that finds the token. */
@Controller("/platforms/{platform}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokenController {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");
    private static final int LONGEST = 3600;

    private final Callers callers;
    private final PlatformIds platformIds;
    private final LendToken lendToken;
    private final Problems problems;
    private final Clock clock;

    TokenController(Callers callers, PlatformIds platformIds, LendToken lendToken, Problems problems, Clock clock) {
        this.callers = callers;
        this.platformIds = platformIds;
        this.lendToken = lendToken;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param minTtl how many seconds the token shall be good at least: 0 to 3600 */
    @Get("/token")
    @Limited(Family.HAND_OUT)
    HttpResponse<?> token(
            HttpRequest<?> request, @PathVariable String platform, @QueryValue("min_ttl") @Nullable String minTtl) {
        return callers.claimed(request, claim -> {
            if (minTtl != null && !isSeconds(minTtl)) {
                return problems.of(request, Code.INVALID_REQUEST, "min_ttl must be a number of seconds, 0 to 3600.");
            }
            Optional<Duration> wanted =
                    Optional.ofNullable(minTtl).map(Integer::parseInt).map(Duration::ofSeconds);
            return platformIds.parsed(request, platform, id -> answer(request, lendToken.lend(claim, id, wanted)));
        });
    }

    @Post("/refresh")
    @Limited(Family.REFRESH)
    HttpResponse<?> refresh(HttpRequest<?> request, @PathVariable String platform) {
        return callers.claimed(
                request,
                claim -> platformIds.parsed(
                        request, platform, id -> answer(request, lendToken.lendRefreshed(claim, id))));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Lending lending) {
        return switch (lending) {
            case Lending.Lent lent -> Data.ok(TokenResponse.of(lent, clock.instant()));
            case Lending.Withheld(var platform, var verdict) -> problems.withheld(request, platform, verdict);
            case Lending.NotRenewable(var platform) -> problems.notRenewable(request);
            case Lending.NoSession() -> problems.unauthenticated(request);
            case Lending.UnknownPlatform() -> problems.unknownPlatform(request);
        };
    }

    private static boolean isSeconds(String text) {
        return SECONDS.matcher(text).matches() && Integer.parseInt(text) <= LONGEST;
    }
}
