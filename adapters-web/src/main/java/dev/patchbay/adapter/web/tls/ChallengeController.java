package dev.patchbay.adapter.web.tls;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.usecase.certificate.AnswerChallenge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What certificate authorities ask for to see that a name leads here (RFC 8555, 8.3); in clear text, by any process. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChallengeController {
    private final AnswerChallenge challenges;

    ChallengeController(AnswerChallenge challenges) {
        this.challenges = challenges;
    }

    @Get(uri = Challenge.PATH + "{token}", produces = MediaType.TEXT_PLAIN)
    HttpResponse<String> answer(String token) {
        return challenges.answer(token).map(HttpResponse::ok).orElseGet(HttpResponse::notFound);
    }
}
