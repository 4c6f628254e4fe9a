package dev.patchbay.port.settings;

/**
 * Marks the settings record of a module. Start-up makes all of them before anything else, so that all problems are known
 * before anything is opened, written or bound.
 */
public interface ModuleSettings {}
