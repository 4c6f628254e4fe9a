package dev.patchbay.port.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stage for the contract of {@link MusicPlatform}, and what is done on it again and again. */
abstract class PlatformPlay implements Proving {
    static final Duration SHORT = Duration.ofSeconds(1);

    /** The stage of the present test; closed by the contract. */
    protected PlatformStage stage;

    /** The platform under test. */
    protected MusicPlatform platform;

    /** A fresh stage whose platform waits no longer than this for any answer. */
    protected abstract PlatformStage open(Duration patience);

    @Override
    public String provider() {
        return platform.id().value();
    }

    @BeforeEach
    void openStage() {
        use(open(Duration.ofSeconds(20)));
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    private void use(PlatformStage opened) {
        stage = opened;
        platform = opened.platform();
    }

    final void useImpatientStage() {
        stage.close();
        use(open(SHORT));
    }

    final Visit visit() {
        return Visit.askingFor(platform.descriptor().defaultScopes());
    }

    final URI consent(Visit visit) {
        return stage.approve(Visit.url(platform.authorize(stage.app(), visit.intent())));
    }

    final CodeExchange consented() {
        Visit visit = visit();
        return visit.after(consent(visit), platform.codeParameter());
    }

    /** Connects the stage's person. */
    protected final Granted connect() {
        return granted(platform.exchange(stage.app(), consented()));
    }

    final Secret connectForRefresh() {
        assumeTrue(platform.descriptor().can(Capability.REFRESH), "this platform renews nothing");
        return connect().refreshToken().orElseThrow();
    }

    static Granted granted(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(Granted.class);
        return (Granted) answer;
    }
}
