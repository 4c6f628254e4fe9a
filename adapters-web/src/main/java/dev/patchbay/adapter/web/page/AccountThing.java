package dev.patchbay.adapter.web.page;

import java.util.Map;

/** A row of the account page: something that the person has, and what can be done with it. */
final class AccountThing {
    private static final Template THING = Template.at("parts/account-thing.html");
    private static final Template ACT = Template.at("parts/account-act.html");

    private AccountThing() {}

    /** @param mark shown beside the title; {@link Html#NONE} for nothing */
    static Html of(Words words, String id, String title, Html mark, Html about, Html act) {
        return THING.fill(
                words,
                Map.of("id", Html.text(id), "title", Html.text(title), "mark", mark, "about", about, "act", act));
    }

    /**
     * A button of the account page.
     *
     * @param look its classes
     * @param of what it acts on
     * @param name of that, for questions
     * @param whole says to screen readers what the label leaves out
     */
    static Html act(
            Words words, String look, String id, String act, String of, String name, String label, String whole) {
        return ACT.fill(
                words,
                Map.of(
                        "look", Html.text(look),
                        "id", Html.text(id),
                        "act", Html.text(act),
                        "of", Html.text(of),
                        "name", Html.text(name),
                        "label", Html.text(label),
                        "whole", Html.text(whole)));
    }

    /** A button that says all by its label. */
    static Html act(Words words, String look, String id, String act, String of, String label) {
        return act(words, look, id, act, of, label, label, "");
    }

    static Html mark(String text) {
        return new Html("<span class=\"state not_connected\">" + Html.text(text).markup() + "</span>");
    }
}
