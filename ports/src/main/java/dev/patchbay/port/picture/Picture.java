package dev.patchbay.port.picture;

/**
 * A small picture.
 *
 * @param bytes not to be written to
 * @param mediaType what the bytes were seen to be, whatever was said of them
 */
public record Picture(byte[] bytes, String mediaType) {}
