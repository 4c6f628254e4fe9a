package dev.patchbay.domain.attempt;

import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;

/** How whoever finishes an attempt shows to be whoever began it. The {@code state} alone is never enough. */
public sealed interface Proof {
    /** The browser that began it holds a cookie with this fingerprint. */
    record FlowCookie(Fingerprint fingerprint) implements Proof {}

    /** The client that began it brings the handoff back, with its session or with the state it was given. */
    record Handoff() implements Proof {}

    /** The person who began it in their chat brings the handoff back in that chat. */
    record Chat(ChatUser user) implements Proof {}
}
