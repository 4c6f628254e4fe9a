package dev.patchbay.usecase.attempt;

import java.util.Locale;

/** Why an attempt did not end well, apart from what a platform says about the person or app. Codes are part of the API. */
public enum Refusal {
    STATE_INVALID("This link was used already, has expired, or was not made here. Please start again."),
    WRONG_PROVIDER("The answer came from another provider than the one that was asked. Please start again."),
    ISSUER_MISMATCH("The answer does not come from the provider that was asked. Please start again."),
    WRONG_BROWSER("This was begun in another browser. Please start again in this one."),
    WRONG_ACCOUNT("This was begun by somebody else. Please start again."),
    HANDOFF_INVALID("This code was used already, has expired, or was not made here. Please start again."),
    ACCESS_DENIED("You did not give your consent, so nothing was changed."),
    PROVIDER_ERROR("The provider reported an error. Please try again."),
    CODE_MISSING("The provider's answer is incomplete. Please start again."),
    CODE_REFUSED("The provider did not accept the answer any more. Please start again."),
    IDENTITY_UNTRUSTED("The provider's answer could not be verified, so nobody was signed in."),
    IDENTITY_TAKEN(
            "This sign-in belongs to another account here. If that account is yours too, you can merge the two."),
    SESSION_OVER("You were signed out since this was begun. Please sign in and start again."),
    NOBODY_TO_MERGE("Nobody has an account here with this sign-in. You can add it to your account instead."),
    SAME_ACCOUNT("This sign-in belongs to the account that you are signed in to."),
    ALREADY_LINKED("This account has another sign-in of the same provider. Remove that one first."),
    DIFFERENT_ACCOUNT(
            "You chose another account at the platform than the one connected. Say whether it shall take its place."),
    APP_REJECTED("The provider does not accept the app that this service uses. Its operator has to look at it."),
    APP_GONE("The app that this was begun with is not yours to use any more: it was removed, or your seat in it has"
            + " ended. Please start again."),
    PROVIDER_UNAVAILABLE("The provider does not answer at the moment. Please try again later."),
    TEMPORARILY_UNAVAILABLE("This service cannot reach its store at the moment. Please try again.");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    /** Stable, lower case, such as {@code state_invalid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One or two plain sentences for a person. */
    public String words() {
        return words;
    }
}
