package dev.patchbay.adapter.tidal;

import dev.patchbay.oauth.SandboxPlatformStage;
import dev.patchbay.port.provider.MusicPlatformContract;
import dev.patchbay.port.provider.PlatformStage;
import java.time.Duration;

class TidalPlatformTest extends MusicPlatformContract {
    @Override
    protected PlatformStage open(Duration patience) {
        return SandboxPlatformStage.played(patience, new TidalModule());
    }
}
