package dev.patchbay.port;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.port.InMemoryChatState.Duty;
import dev.patchbay.port.chat.BotDuty;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

final class InMemoryBotDuty implements BotDuty {

    private final InMemoryState state;

    InMemoryBotDuty(InMemoryState state) {
        this.state = state;
    }

    @Override
    public boolean hold(BotId bot, Holder holder, Instant now, Instant until) {
        return state.act(() -> {
            Duty duty = state.chat.duties.get(bot);
            if (duty != null && !duty.holder().equals(holder) && now.isBefore(duty.until())) {
                return false;
            }
            state.chat.duties.put(bot, new Duty(holder, until));
            return true;
        });
    }

    @Override
    public Optional<Holder> holder(BotId bot) {
        return state.act(() -> Optional.ofNullable(state.chat.duties.get(bot)).map(Duty::holder));
    }

    @Override
    public void release(BotId bot, UUID holder) {
        state.run(() -> state.chat.duties.computeIfPresent(
                bot, (same, duty) -> duty.holder().id().equals(holder) ? null : duty));
    }
}
