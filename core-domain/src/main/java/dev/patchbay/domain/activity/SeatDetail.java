package dev.patchbay.domain.activity;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The detail of an event about a seat: which one it was, and what it is to the account that the event is noted for. */
public record SeatDetail(int number, Side side) {
    private static final Pattern TEXT = Pattern.compile("seat ([0-9]{1,6})(.*)");

    /** What a seat is to an account. */
    public enum Side {
        /** It is in the account's own app. */
        OWN_APP(""),
        /** It is in another's app, and the account took it or gave it up. */
        GUEST(" in somebody else's app"),
        /** It was in another's app, whose owner ended it. */
        SENT_AWAY(" in somebody else's app, ended by its owner");

        private final String words;

        Side(String words) {
            this.words = words;
        }
    }

    /** Plain words, for the account's people to read. */
    public String text() {
        return "seat " + number + side.words;
    }

    /** Empty for what is no such detail. */
    public static Optional<SeatDetail> in(String detail) {
        Matcher matcher = TEXT.matcher(detail);
        return matcher.matches()
                ? Arrays.stream(Side.values())
                        .filter(side -> side.words.equals(matcher.group(2)))
                        .findFirst()
                        .map(side -> new SeatDetail(Integer.parseInt(matcher.group(1)), side))
                : Optional.empty();
    }
}
