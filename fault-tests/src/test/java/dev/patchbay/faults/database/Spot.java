package dev.patchbay.faults.database;

/** Where a sealed secret of somebody is stored. */
public record Spot(String table, String column, String account, String platform) {
    @Override
    public String toString() {
        return table + "." + column + " of " + account + " at " + platform;
    }
}
