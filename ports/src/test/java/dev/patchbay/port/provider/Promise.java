package dev.patchbay.port.provider;

/** What an adapter can be seen to keep, by parts; the contracts say with which of their cases. */
public enum Promise {
    FLOW(Tier.BRONZE),
    IDENTITY(Tier.BRONZE),
    ERROR_CLASSES(Tier.SILVER),
    RECONNECT(Tier.SILVER),
    REVOKE(Tier.SILVER),
    LIMITS(Tier.GOLD),
    RECORDED_ANSWERS(Tier.GOLD),
    PLAYLISTS(Tier.GOLD);

    /** How much of it there is; each includes those before. */
    public enum Tier {
        BRONZE,
        SILVER,
        GOLD
    }

    private final Tier tier;

    Promise(Tier tier) {
        this.tier = tier;
    }

    public Tier tier() {
        return tier;
    }
}
