package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.http.Clients;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Strictness;
import io.github.pscsdk.testkit.simulator.internal.model.TokenExchangeResponse;
import io.github.pscsdk.testkit.simulator.internal.psc.UserInfoEndpoint;
import io.github.pscsdk.testkit.simulator.internal.psc.session.SigningKey;
import io.github.pscsdk.testkit.simulator.internal.psc.session.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints of the API's authorization server. Its tokens stay valid after the session with Pro Santé Connect. */
public final class ApiServer {
    /** Of all simulators in this JVM: nobody checks whose key it is, and making one takes some tenths of a second. */
    private static final SigningKeys KEYS = new SigningKeys();

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    /** The lifetimes recorded at the conformity API of ANS (pro-sante-connect, section 4). */
    private static final Duration ACCESS = Duration.ofSeconds(14_400);

    private static final Duration REFRESH = Duration.ofSeconds(1800);

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final Set<String> SUBJECT_TYPES = Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");
    /** The scope that was granted to a client that asked for none (pro-sante-connect, section 15.3). */
    private static final String USUAL_SCOPE = "openid email profile";

    private final URI protocol;
    private final Clients clients;
    private final TokenStore subjects;
    private final Map<String, Set<String>> apis;
    private final Simulation simulation;
    private final String issuer;
    private final Map<String, IssuedApiToken> tokens = new ConcurrentHashMap<>();

    /** Wires the server and its routes; {@code apis} are its audiences, at least one, each with its scopes. */
    public ApiServer(
            Origin origin, Clients clients, TokenStore subjects, Map<String, Set<String>> apis, Simulation simulation) {
        this.clients = clients;
        this.subjects = subjects;
        this.apis = apis;
        this.simulation = simulation;
        // No /auth prefix: the conformity API of ANS runs a newer Keycloak than Pro Santé Connect does.
        issuer = origin.base() + "/realms/api-fictive";
        protocol = URI.create(issuer + "/protocol/openid-connect/");
        origin.route(Endpoint.API_TOKEN, tokenEndpoint().getPath(), this::grant, "POST");
        origin.route(Endpoint.API_REVOCATION, revocationEndpoint().getPath(), this::revoke, "POST");
        origin.route(Endpoint.API_INTROSPECTION, introspectionEndpoint().getPath(), this::introspect, "POST");
        origin.route(
                Endpoint.API_JWKS, protocol.resolve("certs").getPath(), request -> Reply.json(200, KEYS.jwks()), "GET");
    }

    public URI tokenEndpoint() {
        return protocol.resolve("token");
    }

    public URI revocationEndpoint() {
        return protocol.resolve("revoke");
    }

    public URI introspectionEndpoint() {
        return protocol.resolve("token/introspect");
    }

    /**
     * Exchanges a live access token of Pro Santé Connect for tokens of the API (RFC 8693 §2), and refreshes those (RFC
     * 6749 §6).
     */
    private Reply grant(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var form = request.form();
        var session = switch (form.required("grant_type")) {
            case EXCHANGE -> exchanged(client, form);
            case "refresh_token" -> refreshed(client, form);
            default -> throw OAuthErrorException.of("unsupported_grant_type", "Unsupported grant_type");
        };
        var certificateHash = request.certificate().map(ApiServer::certificateHash);
        var access = accessToken(session, certificateHash);
        var refresh = token(
                IssuedApiToken.Kind.REFRESH, simulation.journal().drawSecret(), session, certificateHash, REFRESH);
        return Reply.json(200, response(access, refresh));
    }

    private ApiSession exchanged(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        if (!SUBJECT_TYPES.contains(form.required("subject_token_type"))) {
            throw OAuthErrorException.invalidRequest("Unsupported subject_token_type");
        }
        if (!form.optional("requested_token_type").orElse(ACCESS_TOKEN).equals(ACCESS_TOKEN)) {
            throw OAuthErrorException.invalidRequest("Unsupported requested_token_type");
        }
        var audience = form.optional("audience").orElse(apis.keySet().iterator().next());
        var scope = form.optional("scope").orElse(USUAL_SCOPE);
        if (!simulation.dials().is(Dial.STRICTNESS, Strictness.AS_KNOWN)) {
            checkKnown(form, audience, scope);
        }
        // Replaces the introspection at Pro Santé Connect. RFC 8693 §2.2.2 names the error.
        var session = subjects.liveAccessToken(form.required("subject_token"))
                .orElseThrow(() -> OAuthErrorException.invalidRequest("The subject_token is not active"))
                .session();
        return new ApiSession(
                UUID.randomUUID().toString(), client, session, scope, audience, UserInfoEndpoint.document(session));
    }

    /**
     * Stricter than what was recorded: an authorization server that knows its APIs, and no software that acts for
     * others.
     */
    private void checkKnown(FormParameters form, String audience, String scope) throws OAuthErrorException {
        if (!apis.containsKey(audience)) {
            throw refused("invalid_target", "Unknown audience");
        }
        for (var asked : scope.split(" ")) {
            if (!apis.get(audience).contains(asked)
                    && !Set.of(USUAL_SCOPE.split(" ")).contains(asked)) {
                throw refused("invalid_scope", "Unknown scope");
            }
        }
        if (!form.optional("subject_issuer").orElse("psc").equals("psc")) {
            throw refused("invalid_request", "Unknown subject_issuer");
        }
        if (form.optional("actor_token").isPresent()
                || form.optional("actor_token_type").isPresent()) {
            throw refused("invalid_request", "Unknown actor_token");
        }
    }

    private static OAuthErrorException refused(String error, String description) {
        return OAuthErrorException.of(error, description).unless(Dial.STRICTNESS, Strictness.AS_KNOWN);
    }

    private ApiSession refreshed(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var session = live(IssuedApiToken.Kind.REFRESH, form.required("refresh_token"))
                .filter(token -> token.session().client().equals(client))
                .filter(token -> tokens.remove(token.value(), token))
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Token is not active"))
                .session();
        var granted = Set.of(session.scope().split(" "));
        // RFC 6749 §6: what was not granted cannot be had later.
        if (!granted.containsAll(
                List.of(form.optional("scope").orElse(session.scope()).split(" ")))) {
            throw OAuthErrorException.of("invalid_scope", "The scope is wider than what was granted");
        }
        return session;
    }

    private Optional<IssuedApiToken> live(IssuedApiToken.Kind kind, String value) {
        return Optional.ofNullable(tokens.get(value))
                .filter(token -> token.kind() == kind)
                .filter(token -> simulation.now().isBefore(token.expiresAt()));
    }

    /** Withdraws an access token, or with a refresh token all tokens of its exchange (RFC 7009 §2). */
    private Reply revoke(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var token = tokens.get(request.form().required("token"));
        if (token != null) {
            if (!token.session().client().equals(client)) {
                throw OAuthErrorException.of("invalid_grant", "The token was issued to another client");
            }
            tokens.values()
                    .removeIf(other -> token.kind() == IssuedApiToken.Kind.ACCESS
                            ? other.equals(token)
                            : other.session().equals(token.session()));
        }
        return Reply.empty(200);
    }

    /** Introspects a token for an API (RFC 7662), with the UserInfo document, which an API may not fetch itself. */
    private Reply introspect(IncomingRequest request) throws OAuthErrorException {
        clients.authenticateForIntrospection(request);
        var document = live(IssuedApiToken.Kind.ACCESS, request.form().required("token"))
                .map(ApiServer::describe)
                .orElseGet(() -> new JsonObjectBuilder().with("active", false));
        return Reply.json(200, document);
    }

    private static JsonObjectBuilder describe(IssuedApiToken token) {
        var document = new JsonObjectBuilder()
                .with("active", true)
                .with("SubjectNameID", token.nationalId())
                .with("exp", token.expiresAt().getEpochSecond())
                .with("iat", token.issuedAt().getEpochSecond())
                .with("client_id", token.session().client().id())
                .with("scope", token.session().scope())
                .with("token_type", "Bearer");
        token.certificateHash().ifPresent(hash -> document.with("cnf", confirmation(hash)));
        return document.with("userinfo", token.session().userInfo());
    }

    private IssuedApiToken accessToken(ApiSession session, Optional<String> certificateHash) {
        var claims = claims(session, "Bearer", ACCESS)
                .withTexts("aud", List.of(session.audience()))
                .with("scope", session.scope());
        certificateHash.ifPresent(hash -> claims.with("cnf", confirmation(hash)));
        var value = KEYS.active().sign(withPerson(claims, session));
        return token(IssuedApiToken.Kind.ACCESS, value, session, certificateHash, ACCESS);
    }

    private IssuedApiToken token(
            IssuedApiToken.Kind kind,
            String value,
            ApiSession session,
            Optional<String> certificateHash,
            Duration life) {
        var now = simulation.now();
        var id = session.psc().nationalId();
        var token = new IssuedApiToken(kind, value, session, id, now, now.plus(life), certificateHash);
        tokens.put(simulation.journal().addSecret(value), token);
        return token;
    }

    /** The response to an exchange or a refresh; by RFC 8693 without the refresh token. */
    private JsonObjectBuilder response(IssuedApiToken access, IssuedApiToken refresh) {
        var session = access.session();
        var response = new JsonObjectBuilder()
                .with("access_token", access.value())
                .with("token_type", "Bearer")
                .with("expires_in", ACCESS.toSeconds())
                .with("scope", session.scope());
        if (session.psc().dials().is(Dial.API_RESPONSE, TokenExchangeResponse.RFC_8693)) {
            return response.with("issued_token_type", ACCESS_TOKEN);
        }
        return response.with("refresh_token", refresh.value())
                .with("refresh_expires_in", REFRESH.toSeconds())
                .with("id_token", idToken(session, access.value()))
                .with("not-before-policy", 0)
                .with("session_state", session.id());
    }

    /** Nobody logged in at this server: {@code auth_time} is 0. */
    private String idToken(ApiSession session, String accessToken) {
        var claims = claims(session, "ID", ACCESS)
                .with("aud", session.client().id())
                .with("auth_time", 0)
                .with("at_hash", SigningKey.leftHalfHash(accessToken));
        return KEYS.active().sign(withPerson(claims, session));
    }

    private JsonObjectBuilder claims(ApiSession session, String type, Duration life) {
        var now = simulation.now();
        return new JsonObjectBuilder()
                .with("exp", now.plus(life).getEpochSecond())
                .with("iat", now.getEpochSecond())
                .with("jti", UUID.randomUUID().toString())
                .with("iss", issuer)
                .with("sub", session.subject())
                .with("typ", type)
                .with("azp", session.client().id())
                .with("session_state", session.id());
    }

    private static JsonObjectBuilder withPerson(JsonObjectBuilder claims, ApiSession session) {
        var person = session.psc().person();
        var familyName = person.persona().familyName();
        return claims.with("acr", "1")
                .with("SubjectNameID", session.psc().nationalId())
                .with("preferred_username", session.psc().nationalId())
                .with("name", person.givenName() + " " + familyName)
                .with("given_name", person.givenName())
                .with("family_name", familyName);
    }

    /** Padded Base64 of the hexadecimal SHA-256, unlike RFC 8705 §3.1 (pro-sante-connect, section 4.4). */
    private static String certificateHash(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            var hex = HexFormat.of().formatHex(digest);
            return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that TLS accepted cannot be hashed", e);
        }
    }

    private static JsonObjectBuilder confirmation(String certificateHash) {
        return new JsonObjectBuilder().with("x5t#S256", certificateHash);
    }
}
