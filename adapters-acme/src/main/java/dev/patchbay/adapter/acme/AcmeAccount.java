package dev.patchbay.adapter.acme;

import dev.patchbay.port.vault.KeptSecrets;
import java.security.KeyPair;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.exception.AcmeException;

/**
 * The service's account with one authority: a key that all processes share, sealed in the store. Whoever asks for a new account with a key that
 * is known gets the one that there is (RFC 8555, 7.3.1), so that nothing else needs to be kept. Safe for many threads.
 */
final class AcmeAccount {
    private final AcmeDirectory directory;
    private final Session session;
    private final Optional<String> email;
    private final KeptSecrets secrets;
    private volatile @Nullable Login known;

    AcmeAccount(AcmeDirectory directory, Session session, Optional<String> email, KeptSecrets secrets) {
        this.directory = directory;
        this.session = session;
        this.email = email;
        this.secrets = secrets;
    }

    /** It cannot be had without somebody doing something first. */
    static final class NeedsBinding extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Login login() throws AcmeException, NeedsBinding {
        Login there = known;
        if (there != null) {
            return there;
        }
        if (session.getMetadata().isExternalAccountRequired()
                && directory.externalAccount().isEmpty()) {
            throw new NeedsBinding();
        }
        AccountBuilder builder = new AccountBuilder().agreeToTermsOfService().useKeyPair(key());
        email.ifPresent(builder::addEmail);
        directory
                .externalAccount()
                .ifPresent(account -> builder.withKeyIdentifier(
                        account.keyId(), account.hmac().reveal().strip()));
        Login made = builder.createLogin(session);
        known = made;
        return made;
    }

    /** The authority does not know it any more; the next login makes it anew. */
    void forget() {
        known = null;
    }

    /** What its key is kept under. */
    static String nameOf(AcmeDirectory directory) {
        return "acme/account/" + directory.url();
    }

    private KeyPair key() {
        return Keys.read(secrets.get(nameOf(directory), () -> Keys.written(Keys.fresh())));
    }
}
