package dev.patchbay.sandbox.telegram;

/**
 * What a person sees after they pressed a button: the bot called {@code answerCallbackQuery}.
 *
 * @param text the notice; empty if the progress bar only ended
 * @param alert whether the notice has to be closed
 * @param url what was to be opened; empty for nothing
 */
public record PressAnswer(String text, boolean alert, String url) {}
