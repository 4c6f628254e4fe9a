package dev.patchbay.app.doctor;

/**
 * One thing that was looked at. Holds no secret.
 *
 * @param check what it belongs to, one word
 * @param what what is so, in plain words
 * @param todo what to do about it, naming a setting, a file or a command; empty when there is nothing
 */
public record Finding(String check, Status status, String what, String todo) {
    /** How it is. */
    public enum Status {
        /** As it should be. */
        OK,
        /** It works, or cannot be proven not to, and somebody should look. */
        WARN,
        /** The service does not start or does not work with it. */
        FAIL,
        /** It could not be looked at; {@code what} says why. */
        SKIPPED
    }

    static Finding ok(String check, String what) {
        return new Finding(check, Status.OK, what, "");
    }

    static Finding warn(String check, String what, String todo) {
        return new Finding(check, Status.WARN, what, todo);
    }

    static Finding fail(String check, String what, String todo) {
        return new Finding(check, Status.FAIL, what, todo);
    }

    static Finding skipped(String check, String why) {
        return new Finding(check, Status.SKIPPED, why, "");
    }
}
