package dev.patchbay.app.doctor;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.oauth.HttpAnswer;
import dev.patchbay.oauth.HttpCall;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.usecase.provider.Providers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether the providers that are offered are reached from here, and what time it is there. Nobody signs in. */
final class PartiesCheck implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Patient patient;

    PartiesCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return "providers";
    }

    @Override
    public List<Finding> look() {
        var providers = patient.context().getBean(Providers.class);
        var apps = patient.context().getBean(SharedApps.class);
        var random = patient.context().getBean(SecretSource.class);
        List<Finding> all = new ArrayList<>();
        providers.names().forEach((id, called) -> apps.of(id).ifPresent(app -> {
            AuthorizationStart start = providers
                    .identityProvider(id)
                    .map(one -> one.authorize(app, DryIntent.of(random)))
                    .or(() -> providers.platform(id).map(one -> one.authorize(app, DryIntent.of(random))))
                    .orElseThrow();
            all.addAll(look(called, start, app));
        }));
        return all.isEmpty()
                ? List.of(Finding.warn(
                        name(), "none is offered", "set the _CLIENT_ID and _CLIENT_SECRET of one, such as GOOGLE_"))
                : all;
    }

    private List<Finding> look(String called, AuthorizationStart start, ClientApp app) {
        String todo = "see that this machine may call it (firewall, DNS), and that the "
                + app.id().provider().settingsPrefix() + "_ settings of where it is are right";
        return switch (start) {
            case AuthorizationStart.Unavailable(String why, var retry) ->
                List.of(Finding.warn(name(), called + " cannot be asked: " + why, todo));
            case AuthorizationStart.Ready(URI address) -> {
                URI root = address.resolve("/");
                yield switch (patient.http()
                        .send(HttpCall.get(root).within(PATIENCE).answeredWith(1024 * 1024))) {
                    case HttpAnswer.NoAnswer(var why) ->
                        List.of(Finding.warn(name(), called + " is not reached: " + why.words(), todo));
                    case HttpAnswer.Answered answered -> {
                        List<Finding> all = new ArrayList<>();
                        all.add(Finding.ok(name(), called + " is reached at " + root.getAuthority()));
                        answered.headers()
                                .first("Date")
                                .flatMap(Clocks::header)
                                .ifPresent(time -> all.add(Clocks.beside(called, time, patient.clock())));
                        yield all;
                    }
                };
            }
        };
    }
}
