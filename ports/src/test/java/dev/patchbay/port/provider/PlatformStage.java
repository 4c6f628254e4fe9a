package dev.patchbay.port.provider;

/** A {@link ProviderStage} for a music platform. */
public interface PlatformStage extends ProviderStage {
    /** The platform under test, pointed at this stage. */
    MusicPlatform platform();

    /** The person withdraws everything at the party; every token is dead. */
    void withdraw();

    /** How many calls arrived in all. */
    int arrivedInAll();
}
