package dev.patchbay.sandbox.party;

/**
 * What can be told of an OAuth party without asking it.
 *
 * @param authorizePath the path of the authorization page
 * @param tokenPath the path of the token endpoint
 * @param codePrefix what its codes begin with
 * @param accessTokenPrefix what its access tokens begin with
 * @param refreshTokenPrefix what its refresh tokens begin with
 * @param clientCredentials whether clients may ask for a token of their own (RFC 6749 §4.4)
 * @param publicClients whether a client may leave its secret out where a PKCE challenge protects the code; what it gets then is renewed
 *     without the secret, too, and not with it
 */
public record OAuthTraits(
        String authorizePath,
        String tokenPath,
        String codePrefix,
        String accessTokenPrefix,
        String refreshTokenPrefix,
        boolean clientCredentials,
        boolean publicClients) {
    String decisionPath() {
        return authorizePath + "/decision";
    }
}
