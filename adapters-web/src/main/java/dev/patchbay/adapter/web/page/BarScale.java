package dev.patchbay.adapter.web.page;

/** How high bars are: in proportion to the largest, and high enough to be seen when there is anything at all. */
record BarScale(long largest, double room) {
    /** What can still be seen. */
    static final double LEAST = 2;

    double height(long value) {
        if (value <= 0 || largest <= 0) {
            return 0;
        }
        return Math.max(LEAST, room * value / largest);
    }
}
