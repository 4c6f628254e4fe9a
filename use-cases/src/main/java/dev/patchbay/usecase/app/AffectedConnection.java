package dev.patchbay.usecase.app;

/**
 * A connection that ends with an app. Of other people, whom the app's owner let use it, the display name is all that is told.
 *
 * @param yours whether it is the app owner's own
 */
public record AffectedConnection(String displayName, boolean yours) {}
