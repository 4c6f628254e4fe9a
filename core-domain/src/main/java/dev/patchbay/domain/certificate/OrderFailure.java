package dev.patchbay.domain.certificate;

import java.time.Instant;
import java.util.Optional;

/** Why there is no new certificate. None of them touches the one that works. */
public sealed interface OrderFailure {
    /** In plain words, for the operator; an authority's own words where it had some. No secrets. */
    String detail();

    /**
     * The authority was asked too often.
     *
     * @param until before which it is not to be asked again, as it said
     */
    record RateLimited(Optional<Instant> until, String detail) implements OrderFailure {}

    /** The authority does not issue for one of the names: by its rules, or by the domain's own CAA record. */
    record NameRefused(String detail) implements OrderFailure {}

    /** The authority did not find the answer to its challenge where the name leads. */
    record ChallengeFailed(String detail) implements OrderFailure {}

    /** We did not find it ourselves: the authority was not even asked. */
    record SelfCheckFailed(CertificateName name, Obstacle obstacle, String detail) implements OrderFailure {}

    /**
     * The authority does not answer, or says that it cannot.
     *
     * @param until before which it is not to be asked again, if it said so
     */
    record Unavailable(Optional<Instant> until, String detail) implements OrderFailure {}

    /** Somebody has to do something: accept terms, or set credentials of an account there. */
    record NeedsHuman(String detail) implements OrderFailure {}

    /** What came is not fit to be served. */
    record BadChain(String detail) implements OrderFailure {}

    /** Neither side did what the other expects: a bug here or there. */
    record Defect(String detail) implements OrderFailure {}

    /** What is in the way of a challenge. */
    enum Obstacle {
        /** The name does not lead to any address. */
        DNS,
        /** Nobody listens there, or a firewall is between. */
        PORT,
        /** By IPv4 it works, and the name has IPv6 addresses as well where it does not. */
        IPV6,
        /** Somebody else answers there. */
        ANSWER
    }

    /** Its class. */
    default Kind kind() {
        return switch (this) {
            case RateLimited _ -> Kind.RATE_LIMITED;
            case NameRefused _ -> Kind.NAME_REFUSED;
            case ChallengeFailed _ -> Kind.CHALLENGE_FAILED;
            case SelfCheckFailed _ -> Kind.SELF_CHECK_FAILED;
            case Unavailable _ -> Kind.UNAVAILABLE;
            case NeedsHuman _ -> Kind.NEEDS_HUMAN;
            case BadChain _ -> Kind.BAD_CHAIN;
            case Defect _ -> Kind.DEFECT;
        };
    }

    /** Before which the authority is not to be asked again, if it said so. */
    default Optional<Instant> notBefore() {
        return switch (this) {
            case RateLimited(Optional<Instant> until, String _) -> until;
            case Unavailable(Optional<Instant> until, String _) -> until;
            case NameRefused _, ChallengeFailed _, SelfCheckFailed _, NeedsHuman _, BadChain _, Defect _ ->
                Optional.empty();
        };
    }

    /** As it is remembered. */
    default Note note() {
        return new Note(kind(), detail());
    }

    /** The classes, by names that are stored and shown. */
    enum Kind {
        RATE_LIMITED,
        NAME_REFUSED,
        CHALLENGE_FAILED,
        SELF_CHECK_FAILED,
        UNAVAILABLE,
        NEEDS_HUMAN,
        BAD_CHAIN,
        DEFECT
    }

    /**
     * What is remembered of a failure.
     *
     * @param detail cut off after {@link #LONGEST} characters
     */
    record Note(Kind kind, String detail) {
        /** Of the detail. */
        public static final int LONGEST = 1000;

        public Note {
            detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST);
        }
    }
}
