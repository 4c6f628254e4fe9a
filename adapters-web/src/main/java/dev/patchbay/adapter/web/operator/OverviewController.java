package dev.patchbay.adapter.web.operator;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.domain.account.Operators;
import dev.patchbay.usecase.operator.ShowOverview;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;

/** How the whole service does, for operators. */
@Controller("/operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OverviewController {
    private final Callers callers;
    private final Operators operators;
    private final ShowOverview showOverview;
    private final CertificateReport.Source certificate;
    private final Problems problems;
    private final Clock clock;

    OverviewController(
            Callers callers,
            Operators operators,
            ShowOverview showOverview,
            CertificateReport.Source certificate,
            Problems problems,
            Clock clock) {
        this.callers = callers;
        this.operators = operators;
        this.showOverview = showOverview;
        this.certificate = certificate;
        this.problems = problems;
        this.clock = clock;
    }

    @Get("/overview")
    HttpResponse<?> overview(HttpRequest<?> request) {
        return callers.signedIn(
                request,
                who -> operators.include(who.account())
                        ? Data.ok(OverviewResponse.of(showOverview.show(), certificate.report(), clock.instant()))
                        : problems.of(
                                request,
                                Code.NOT_OPERATOR,
                                "Your account does not look after this service. Whoever runs it sets"
                                        + " OPERATOR_ACCOUNTS."));
    }
}
