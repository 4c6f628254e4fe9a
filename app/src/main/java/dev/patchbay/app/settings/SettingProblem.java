package dev.patchbay.app.settings;

/** A setting and what is wrong with it, in plain words; never its value. */
public record SettingProblem(String name, String what) {
    @Override
    public String toString() {
        return name + " " + what;
    }
}
