package dev.patchbay.oauth;

import java.net.URI;
import java.util.Optional;

/** What outside parties say about people, made fit to be shown: bounded, one line, pictures by https only. */
public final class Display {
    private Display() {}

    /** A line of 1 to {@code max} characters; empty when it is longer, blank or has control characters. */
    public static Optional<String> line(Optional<String> said, int max) {
        return said.map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= max)
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
    }

    /** The address of a picture: https, or http on a loopback address; at most 2048 characters. */
    public static Optional<String> picture(Optional<String> said) {
        return said.filter(text -> text.length() <= 2048).filter(Display::isCallable);
    }

    private static boolean isCallable(String text) {
        try {
            return OutsideUrl.isCallable(URI.create(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
