package dev.patchbay.port.provider;

/** Tests of one provider. */
public interface Proving {
    /** Its id. */
    String provider();
}
