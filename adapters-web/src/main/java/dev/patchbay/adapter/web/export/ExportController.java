package dev.patchbay.adapter.web.export;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.account.ExportAccount;
import dev.patchbay.usecase.account.ExportAccount.Kept;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code GET /user/export}: all that is kept of a person, as a file. */
@Controller("/user/export")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {
    private final Callers callers;
    private final ExportAccount exportAccount;
    private final JsonMapper mapper;
    private final Problems problems;

    ExportController(Callers callers, ExportAccount exportAccount, JsonMapper mapper, Problems problems) {
        this.callers = callers;
        this.exportAccount = exportAccount;
        this.mapper = mapper;
        this.problems = problems;
    }

    @Get
    @Limited(Family.EXPORT)
    @Produces({MediaType.APPLICATION_JSON, MediaType.ALL})
    HttpResponse<?> export(HttpRequest<?> request) {
        return callers.signedIn(request, who -> {
            Optional<Kept> kept = exportAccount.of(who);
            return kept.isPresent() ? HttpResponse.ok(file(who, kept.get())) : problems.unauthenticated(request);
        });
    }

    private StreamedFile file(SignedIn who, Kept kept) {
        try {
            var content = new ExportStream(mapper, kept, row -> exportAccount.trail(who, row));
            return new StreamedFile(content, MediaType.APPLICATION_JSON_TYPE)
                    .attach("patchbay-" + kept.at().atZone(ZoneOffset.UTC).toLocalDate() + ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
