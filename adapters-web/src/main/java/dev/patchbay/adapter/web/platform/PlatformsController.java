package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.usecase.provider.ListProviders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** What can be connected here, with what it costs and needs. Public. */
@Controller("/platforms")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformsController {
    private final ListProviders listProviders;

    PlatformsController(ListProviders listProviders) {
        this.listProviders = listProviders;
    }

    @Get
    HttpResponse<Data<List<PlatformResponse>>> list() {
        return Data.ok(
                listProviders.platforms().stream().map(PlatformResponse::of).toList());
    }
}
