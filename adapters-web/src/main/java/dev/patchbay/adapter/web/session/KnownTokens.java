package dev.patchbay.adapter.web.session;

import dev.patchbay.domain.vault.Secret;

/** Session tokens whose signature was found good a short while ago, so that looking again costs nothing. */
interface KnownTokens {
    /** No is no judgement: it may be good, only it is not known. */
    boolean knows(Secret token);
}
