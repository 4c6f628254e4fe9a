package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.usecase.operator.ShowOverview;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** {@code /operator}: how the whole service does. To others than operators there is no such page. */
@Controller("/operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OperatorPageController {
    private final Screens screens;
    private final OperatorPage page;
    private final ShowOverview showOverview;
    private final CertificateReport.Source certificate;

    OperatorPageController(
            Screens screens, OperatorPage page, ShowOverview showOverview, CertificateReport.Source certificate) {
        this.screens = screens;
        this.page = page;
        this.showOverview = showOverview;
        this.certificate = certificate;
    }

    @Get
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> show(HttpRequest<?> request) {
        return screens.visitOfMember(
                request,
                (visitor, caller) -> visitor.operator()
                        ? screens.send(
                                request,
                                visitor,
                                page.write(showOverview.show(), certificate.report(), visitor.words()))
                        : screens.sendNotFound(request, visitor));
    }
}
