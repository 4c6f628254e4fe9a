package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.patchbay.pages.stage.Look;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Picture;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures in {@code docs/screenshots} anew: {@code ./patchbay screenshots}. */
@OnStage
@EnabledIfSystemProperty(named = "screenshots", matches = "true", disabledReason = "./patchbay screenshots makes them")
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("..", "docs", "screenshots");
    private static final long MOST_BYTES = 80_000;

    @Test
    void the_main_screens_are_pictured_wide_and_narrow_light_and_dark(Stage stage) throws IOException {
        Visitor mara = stage.visitor("Mara Winter");
        mara.opens("/").welcome().isShown();
        picture(mara, "welcome");

        Sights.somebodyWithTroubles(stage, mara, 3600);
        picture(mara.opens("/"), "connections");
        mara.opens("/apps/spotify").ownApp("Spotify").isShown();
        picture(mara, "own-app");
        mara.opens("/account").account().isShown();
        picture(mara, "account");

        // The demo ends under the open page, and is started again.
        mara.expects("Failed to load resource").expects("net::ERR");
        stage.makesOperator(mara);
        mara.opens("/operator").operator().isShown();
        picture(mara, "operator");
    }

    private static void picture(Visitor visitor, String screen) throws IOException {
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                visitor.page().setViewportSize(width, 800);
                Look.in(visitor.page(), theme);
                Path file =
                        FOLDER.resolve(screen + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                Picture.take(visitor.page(), width > 1000 ? 1100 : 1400, file);
                assertThat(Files.size(file)).as(file.toString()).isLessThan(MOST_BYTES);
            }
        }
        visitor.page().setViewportSize(1280, 900);
    }
}
