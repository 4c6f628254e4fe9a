package dev.patchbay.app.provider;

import java.nio.file.Path;

/**
 * A jar in the plug-in folder that is not used.
 *
 * @param why in plain words, with what to do where that is known
 */
public record RefusedPlugin(Path jar, String why) {}
