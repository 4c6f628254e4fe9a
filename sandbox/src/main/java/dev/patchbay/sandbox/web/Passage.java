package dev.patchbay.sandbox.web;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The way of an answer to the client.
 *
 * @param delivery what becomes of it
 * @param delay how long it is held back, counted from when it was ready
 * @param gate holds it after the delay
 * @param told hears what became of it, as {@link Reply#telling} says
 */
record Passage(Delivery delivery, Duration delay, Gate gate, Consumer<Delivery> told) {
    static final Passage USUAL = new Passage(Delivery.WHOLE, Duration.ZERO, Gate.OPEN, outcome -> {});
}
