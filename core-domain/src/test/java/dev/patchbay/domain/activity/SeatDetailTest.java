package dev.patchbay.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeatDetailTest {

    @ParameterizedTest
    @EnumSource(SeatDetail.Side.class)
    void what_is_noted_can_be_read_again(SeatDetail.Side side) {
        SeatDetail detail = new SeatDetail(12, side);

        assertThat(detail.text()).startsWith("seat 12");
        assertThat(SeatDetail.in(detail.text())).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seat", "seat x", "seat 2 of nobody", "a seat 2", "seat 12345678901"})
    void anything_else_is_about_no_seat(String detail) {
        assertThat(SeatDetail.in(detail)).isEmpty();
    }
}
