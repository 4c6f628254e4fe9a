package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.TestService;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.simple.SimpleHttpRequest;
import org.junit.jupiter.api.Test;

class ScreensTest {

    @Test
    void a_store_that_goes_away_while_a_page_is_written_is_told_as_one_that_was_away_before() {
        try (TestService service = TestService.start()) {
            var answer = service.context()
                    .getBean(Screens.class)
                    .visit(new SimpleHttpRequest<>(HttpMethod.GET, "/", ""), _ -> {
                        throw new StoreUnavailable("the database does not answer", null);
                    });

            assertThat(answer.code()).isEqualTo(200);
            assertThat(String.valueOf(answer.body())).contains("Nothing is lost by this");
        }
    }
}
