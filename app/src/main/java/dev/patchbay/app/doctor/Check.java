package dev.patchbay.app.doctor;

import java.util.List;

/** Looks at one thing and changes nothing. What it runs into is a finding, never an exception. */
interface Check {
    /** One word that its findings carry. */
    String name();

    /** What it found; called once, by one thread, and given up when it takes too long. */
    List<Finding> look();
}
