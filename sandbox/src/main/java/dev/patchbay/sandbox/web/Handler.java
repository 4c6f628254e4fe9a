package dev.patchbay.sandbox.web;

/** Answers requests of one route. Called from many threads at once. */
@FunctionalInterface
public interface Handler {
    /** The answer to this request. */
    Reply handle(Request request);
}
