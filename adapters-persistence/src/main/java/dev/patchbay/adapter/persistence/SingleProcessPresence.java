package dev.patchbay.adapter.persistence;

/** Where the database is embedded in this process there is no other: whoever else holds a claim had it before a restart. */
final class SingleProcessPresence implements StoredPresence {

    private final String me;

    SingleProcessPresence(String me) {
        this.me = me;
    }

    @Override
    public void start() {}

    @Override
    public void close() {}

    @Override
    public String me() {
        return me;
    }

    @Override
    public boolean isGone(String holder) {
        return !holder.equals(me);
    }
}
