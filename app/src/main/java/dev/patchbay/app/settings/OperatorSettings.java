package dev.patchbay.app.settings;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Operators;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who looks after the service. */
public record OperatorSettings(Operators operators) implements ModuleSettings {
    private static final String NAME = "OPERATOR_ACCOUNTS";

    public static OperatorSettings read(Settings settings) {
        List<String> said = settings.text(NAME).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        Set<AccountId> accounts = new HashSet<>();
        for (String one : said) {
            AccountId.parse(one)
                    .ifPresentOrElse(
                            accounts::add,
                            () -> settings.problem(
                                    NAME,
                                    "takes account ids as in mmp_…, separated by commas; GET /user/profile says"
                                            + " yours"));
        }
        return new OperatorSettings(new Operators(accounts));
    }
}
