package dev.patchbay.adapter.acme;

import dev.patchbay.domain.certificate.OrderFailure;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;

/** Says what an authority's errors mean to us. */
final class Failures {
    private static final Pattern HTTP = Pattern.compile("HTTP (\\d{3})");
    private static final String PREFIX = "urn:ietf:params:acme:error:";

    private Failures() {}

    /** @param retryAfter what the answer said about asking again */
    static OrderFailure of(Exception e, String authority, Optional<Instant> retryAfter) {
        return switch (e) {
            case AcmeLazyLoadingException lazy
            when lazy.getCause() instanceof AcmeException cause -> of(cause, authority, retryAfter);
            case AcmeRateLimitedException limited ->
                new OrderFailure.RateLimited(
                        limited.getRetryAfter().or(() -> retryAfter), said(authority, limited.getProblem()));
            case AcmeUserActionRequiredException action ->
                new OrderFailure.NeedsHuman(said(authority, action.getProblem())
                        + action.getProblem()
                                .getInstance()
                                .map(page -> "; go to " + page)
                                .orElse(""));
            case AcmeServerException server -> of(server.getProblem(), authority, retryAfter);
            case AcmeNetworkException network ->
                new OrderFailure.Unavailable(Optional.empty(), silence(authority, network));
            case AcmeProtocolException _ ->
                new OrderFailure.Unavailable(
                        retryAfter, authority + " does not speak ACME at present: " + e.getMessage());
            case AcmeException plain -> plain(plain, authority, retryAfter);
            default -> new OrderFailure.Defect("with " + authority + ": " + e);
        };
    }

    /** A problem that came as an answer, or that stands in an order, an authorization or a challenge. */
    static OrderFailure of(Problem problem, String authority, Optional<Instant> retryAfter) {
        String said = said(authority, problem);
        return switch (type(problem)) {
            case "rateLimited" -> new OrderFailure.RateLimited(retryAfter, said);
            case "rejectedIdentifier", "unsupportedIdentifier", "caa" -> new OrderFailure.NameRefused(said);
            case "externalAccountRequired", "userActionRequired", "unauthorized" -> new OrderFailure.NeedsHuman(said);
            case "invalidContact", "unsupportedContact" -> new OrderFailure.NeedsHuman(said + "; change ACME_EMAIL");
            case "serverInternal" -> new OrderFailure.Unavailable(retryAfter, said);
            default -> new OrderFailure.Defect(said);
        };
    }

    /** A challenge that was not met. Here "unauthorized" means that something else was found there. */
    static OrderFailure ofChallenge(Optional<Problem> problem, String name, String authority) {
        String said = problem.map(one -> said(authority, one)).orElse(authority + " does not say why");
        return switch (problem.map(Failures::type).orElse("")) {
            case "rejectedIdentifier", "unsupportedIdentifier", "caa" -> new OrderFailure.NameRefused(said);
            case "serverInternal" -> new OrderFailure.Unavailable(Optional.empty(), said);
            default -> new OrderFailure.ChallengeFailed(name + " was not proven: " + said);
        };
    }

    static boolean isUnknownAccount(AcmeException e) {
        return e instanceof AcmeServerException server
                && type(server.getProblem()).equals("accountDoesNotExist");
    }

    /** RFC 9773, 5: the order to be replaced has been replaced already, or the authority will not have it replaced. */
    static boolean isAboutReplacing(AcmeException e) {
        return e instanceof AcmeServerException server
                && (type(server.getProblem()).equals("alreadyReplaced")
                        || server.getProblem()
                                .getDetail()
                                .filter(detail -> detail.contains("replace"))
                                .isPresent());
    }

    private static String type(Problem problem) {
        String type = problem.getType().toString();
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    private static String said(String authority, Problem problem) {
        List<String> parts = new ArrayList<>();
        parts.add(problem.getDetail().or(problem::getTitle).orElseGet(() -> type(problem)));
        for (Problem part : problem.getSubProblems()) {
            parts.add(part.getIdentifier().map(name -> name.getValue() + ": ").orElse("")
                    + part.getDetail().orElseGet(() -> type(part)));
        }
        return authority + " says: " + String.join("; ", parts);
    }

    private static String silence(String authority, AcmeNetworkException e) {
        Throwable cause = e.getCause();
        if (cause instanceof SSLException) {
            return authority + " is not trusted: " + cause.getMessage()
                    + "; for a private authority set ACME_CA_CERTIFICATE";
        }
        return authority + " does not answer"
                + (cause instanceof HttpTimeoutException
                        ? " in time"
                        : cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")");
    }

    private static OrderFailure plain(AcmeException e, String authority, Optional<Instant> retryAfter) {
        String message = String.valueOf(e.getMessage());
        Matcher http = HTTP.matcher(message);
        if (http.find()) {
            String what = authority + " answers with status " + http.group(1);
            return switch (http.group(1)) {
                case "429" -> new OrderFailure.RateLimited(retryAfter, what);
                case String status when status.startsWith("5") -> new OrderFailure.Unavailable(retryAfter, what);
                default -> new OrderFailure.Defect(what);
            };
        }
        return new OrderFailure.Unavailable(retryAfter, authority + " was not done in time (" + message + ")");
    }
}
