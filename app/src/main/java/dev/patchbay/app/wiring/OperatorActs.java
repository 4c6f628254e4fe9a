package dev.patchbay.app.wiring;

import dev.patchbay.app.settings.OperatorSettings;
import dev.patchbay.domain.account.Operators;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.usecase.chat.AlarmOperators;
import dev.patchbay.usecase.chat.TellChat;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Who looks after the service, and what they are told. */
@Factory
final class OperatorActs {
    @Singleton
    OperatorSettings operatorSettings(Settings settings) {
        return OperatorSettings.read(settings);
    }

    @Singleton
    Operators operators(OperatorSettings settings) {
        return settings.operators();
    }

    @Singleton
    AlarmOperators alarmOperators(Operators operators, Chats chats, TellChat tellChat, Clock clock) {
        return new AlarmOperators(operators, chats, tellChat, clock);
    }
}
