package dev.patchbay.port.provider;

import java.util.Set;

/** A {@link ProviderStage} for an identity provider. */
public interface IdentityStage extends ProviderStage {
    /** The provider under test, pointed at this stage. */
    IdentityProvider provider();

    /** What {@code issuer} identities carry. */
    String issuer();

    /** Whether every redirect carries {@code iss}, by the party's own word. */
    boolean promisesIss();

    /** The forgeries that make sense here; empty for a party without ID tokens. */
    Set<Forgery> forgeries();

    /** The next ID token is this forgery. */
    void forge(Forgery forgery);

    /** From now on ID tokens are signed with a new key. */
    void rotateKeys();
}
