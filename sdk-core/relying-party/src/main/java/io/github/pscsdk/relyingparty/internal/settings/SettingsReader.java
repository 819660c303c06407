package io.github.pscsdk.relyingparty.internal.settings;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.ApiClient;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException.Fault;
import io.github.pscsdk.relyingparty.session.BrowserLoginOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads settings. Faults are noted and answered with an empty value; {@link #check} tells all of them. Each secret is
 * fetched once, and what held it is filled with zeros. For one thread.
 */
public final class SettingsReader {
    private final Path folder;
    private final Map<String, String> variables;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param folder where relative paths start
     * @param variables the environment variables
     */
    public SettingsReader(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
    }

    /**
     * A relying party without a session store of its own; the caller adds what is no setting, such as its clock.
     *
     * @param callback the path that logins come back to
     * @param signedOut the path that logouts come back to
     * @throws SettingsException if anything is missing or wrong, here or in what was read before
     */
    public RelyingPartyBuilder relyingParty(RelyingPartySettings settings, String callback, String signedOut) {
        var site = publicBaseUri(settings.publicBaseUri());
        var environment = environment(settings.environment());
        var id = text(settings.client().id());
        var authentication = authentication(settings.client());
        var acr = acr(settings.acr());
        var login = login(settings.login());
        var authorities = authorities(settings.trustStore());
        var proxy = forwardProxy(settings.httpProxy());
        check();
        var builder = RelyingParty.builder(environment.orElseThrow())
                .client(id.orElseThrow(), authentication.orElseThrow())
                .browserLoginOptions(login)
                .redirectUri(site.orElseThrow().at(callback))
                .postLogoutRedirectUri(site.orElseThrow().at(signedOut))
                .acrPolicy(acr.orElseThrow())
                .forwardProxy(proxy);
        authorities.ifPresent(builder::trustedCertificates);
        return builder;
    }

    /** How browsers reach the application. */
    public Optional<PublicBaseUri> publicBaseUri(Setting setting) {
        return uri(setting).flatMap(uri -> value(setting.key(), "public.base", () -> new PublicBaseUri(uri)));
    }

    public Optional<PscEnvironment> environment(RelyingPartySettings.Environment settings) {
        return text(settings.name()).flatMap(name -> switch (name) {
            case "production" -> Optional.of(PscEnvironment.production());
            case "sandbox" -> Optional.of(PscEnvironment.sandbox());
            case "custom" -> custom(settings);
            default -> fault(settings.name().key(), "one.of", "production, sandbox", "custom");
        });
    }

    private Optional<PscEnvironment> custom(RelyingPartySettings.Environment settings) {
        var issuer = ofProvider(settings.issuer());
        var login = ofProvider(settings.authorizationEndpoint());
        return issuer.flatMap(from -> login.flatMap(page ->
                value(settings.authorizationEndpoint().key(), "providers", () -> PscEnvironment.custom(from, page))));
    }

    /** Looked at alone, so that a fault is told of the one address that has it. */
    private Optional<URI> ofProvider(Setting setting) {
        return uri(setting)
                .flatMap(uri -> value(
                        setting.key(),
                        "provider",
                        () -> PscEnvironment.custom(uri, uri).issuer()));
    }

    /** How the client proves which one it is. */
    public Optional<ClientAuthentication> authentication(RelyingPartySettings.Client client) {
        return text(client.method()).flatMap(method -> switch (method) {
            case "secret_basic" ->
                secret(client.secret(), secret -> ClientAuthentication.clientSecretBasic(new String(secret)));
            case "secret_post" ->
                secret(client.secret(), secret -> ClientAuthentication.clientSecretPost(new String(secret)));
            case "mtls" -> keyStore(client.keyStore(), ClientAuthentication::tlsClientAuth);
            default -> fault(client.method().key(), "one.of", "secret_basic, secret_post", "mtls");
        });
    }

    /** Which levels of assurance are accepted: {@link AcrPolicy#DEFAULT} where nothing is given. */
    public Optional<AcrPolicy> acr(RelyingPartySettings.Acr settings) {
        var required = flag(settings.required(), settings.accepted().value().isPresent());
        var levels = settings.accepted()
                .value()
                .map(text -> Set.copyOf(List.of(text.strip().split("[,\\s]+"))))
                .orElseGet(AcrPolicy.DEFAULT::accepted);
        return required.flatMap(must -> value(settings.accepted().key(), "acr", () -> new AcrPolicy(levels, must)));
    }

    private Optional<Boolean> flag(Setting setting, boolean otherwise) {
        return switch (setting.value().orElse(Boolean.toString(otherwise))) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> fault(setting.key(), "boolean");
        };
    }

    /** What browser logins ask of Pro Santé Connect; nothing beyond the usual where nothing is given, without being a fault. */
    public BrowserLoginOptions login(RelyingPartySettings.Login settings) {
        var prompted = settings.prompt()
                .value()
                .filter(prompt -> prompt.equals("login")
                        || fault(settings.prompt().key(), "prompt").isPresent())
                .map(prompt -> BrowserLoginOptions.none().askingAnew())
                .orElseGet(BrowserLoginOptions::none);
        var recent = settings.maxAge()
                .value()
                .flatMap(age ->
                        value(settings.maxAge().key(), "max.age", () -> prompted.withMaxAge(Duration.parse(age))))
                .orElse(prompted);
        return settings.identityProvider()
                .value()
                .map(recent::withIdentityProvider)
                .orElse(recent);
    }

    /**
     * Which client the service is at a target API's authorization server, by one of PSC's methods; or, without an id
     * and a proof of its own, {@code certificate_of_psc} or {@code dangerously_client_of_psc}.
     */
    public Optional<ApiClient> apiClient(RelyingPartySettings.Client client) {
        return text(client.method()).flatMap(method -> switch (method) {
            case "certificate_of_psc" -> ofPsc(client, ApiClient.withCertificateOfPsc());
            case "dangerously_client_of_psc" -> ofPsc(client, ApiClient.dangerouslyWithClientOfPsc());
            case "secret_basic", "secret_post", "mtls" -> {
                var id = text(client.id());
                var proof = authentication(client);
                yield id.flatMap(known -> proof.map(own -> ApiClient.of(known, own)));
            }
            default ->
                fault(
                        client.method().key(),
                        "one.of",
                        "secret_basic, secret_post, mtls, certificate_of_psc",
                        "dangerously_client_of_psc");
        });
    }

    private Optional<ApiClient> ofPsc(RelyingPartySettings.Client client, ApiClient shared) {
        var isOwn = client.id().value().isPresent()
                || client.secret().places() > 0
                || client.keyStore().isGiven();
        return isOwn ? fault(client.method().key(), "shared.client") : Optional.of(shared);
    }

    /** Certification authorities; empty where neither the file nor its password is given, without being a fault. */
    public Optional<KeyStore> authorities(Setting.KeyStoreFile settings) {
        return settings.isGiven() ? keyStore(settings, (store, password) -> store) : Optional.empty();
    }

    /** The HTTP proxy through which calls go out; that of Java's settings where nothing is given, without being a fault. */
    public ForwardProxy forwardProxy(RelyingPartySettings.HttpProxy settings) {
        var proxy = settings.address()
                .value()
                .flatMap(text -> hostAndPort(settings.address().key(), text))
                .map(known -> ForwardProxy.ofJava().withAddress(known.getHostString(), known.getPort()))
                .orElseGet(ForwardProxy::ofJava)
                .except(settings.except().value().stream()
                        .flatMap(text -> Stream.of(text.strip().split("[,\\s]+")))
                        .toArray(String[]::new));
        if (settings.user().value().isEmpty() && settings.password().places() == 0) {
            return proxy;
        }
        var user = text(settings.user())
                .filter(name -> !name.contains(":")
                        || fault(settings.user().key(), "colon").isPresent());
        return secret(settings.password(), password -> user.map(name -> proxy.withLogin(name, new String(password))))
                .flatMap(known -> known)
                .orElse(proxy);
    }

    /** A host, whose name is not looked up, and its port, written as {@code host:port}. */
    public Optional<InetSocketAddress> hostAndPort(String key, String text) {
        return value(key, "host.port", () -> {
            var uri = URI.create("tcp://" + text);
            if (!text.equals(uri.getHost() + ":" + uri.getPort()) || uri.getPort() < 1) {
                throw new IllegalArgumentException("something else");
            }
            return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
        });
    }

    /**
     * Lends a key store with its password, which is filled with zeros when {@code use} returns.
     *
     * @param use what it is for; an {@link IllegalArgumentException} of it is noted as a file without such a key
     */
    public <T> Optional<T> keyStore(Setting.KeyStoreFile settings, BiFunction<KeyStore, char[], T> use) {
        var file = text(settings.file());
        return secret(
                        settings.password(),
                        password -> file.flatMap(name -> open(settings, name, password))
                                .flatMap(store -> value(
                                        settings.file().key(), "key.store.key", () -> use.apply(store, password))))
                .flatMap(result -> result);
    }

    private Optional<KeyStore> open(Setting.KeyStoreFile settings, String file, char[] password) {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return Optional.of(store);
        } catch (FileSystemException | InvalidPathException e) {
            return fault(settings.file().key(), "unreadable");
        } catch (IOException | GeneralSecurityException e) {
            return fault(settings.file().key(), "key.store");
        }
    }

    /**
     * Lends a secret: what is lent is filled with zeros when {@code use} returns.
     *
     * @param use what it is for; an {@link IllegalArgumentException} of it is noted as characters that no secret has
     */
    public <T> Optional<T> secret(Setting.Secret settings, Function<char[], T> use) {
        if (settings.places() != 1) {
            return fault(settings.key(), "exactly.one", "value, file", "variable");
        }
        var fetched = fetch(settings);
        if (fetched.isEmpty()) {
            return Optional.empty();
        }
        var secret = fetched.get();
        try {
            return isBlank(secret)
                    ? fault(settings.key(), "empty")
                    : value(settings.key(), "secret", () -> use.apply(secret));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private Optional<char[]> fetch(Setting.Secret settings) {
        if (settings.file().isPresent()) {
            return contentOf(settings.file().get(), settings.key() + ".file");
        }
        if (settings.value().isPresent()) {
            return settings.value().map(String::toCharArray);
        }
        var value = settings.variable().map(variables::get).map(String::toCharArray);
        return value.isPresent() ? value : fault(settings.key() + ".variable", "variable");
    }

    private Optional<char[]> contentOf(String file, String key) {
        var bytes = new byte[0];
        var text = CharBuffer.allocate(0);
        try {
            bytes = Files.readAllBytes(folder.resolve(file));
            text = decoded(bytes);
            var end = text.limit();
            while (end > 0 && Character.isWhitespace(text.get(end - 1))) {
                end--;
            }
            return Optional.of(Arrays.copyOf(text.array(), end));
        } catch (IOException | InvalidPathException e) {
            return fault(key, "unreadable");
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    private static CharBuffer decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    }

    private static boolean isBlank(char[] secret) {
        return CharBuffer.wrap(secret).chars().allMatch(Character::isWhitespace);
    }

    /** An address that must be given. */
    public Optional<URI> uri(Setting setting) {
        return text(setting).flatMap(text -> value(setting.key(), "address", () -> URI.create(text)));
    }

    /** A text that must be given. */
    public Optional<String> text(Setting setting) {
        return setting.value().or(() -> fault(setting.key(), "missing"));
    }

    /**
     * A value that checks itself.
     *
     * @param key the setting that it is made of
     * @param sentence noted, with its values, where {@code made} throws an {@link IllegalArgumentException} or a {@link
     *     DateTimeException}, whose own message may repeat a value
     */
    public <T> Optional<T> value(String key, String sentence, Supplier<T> made, Object... values) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException | DateTimeException e) {
            return fault(key, sentence, values);
        }
    }

    /**
     * Notes a fault.
     *
     * @param key the setting
     * @param sentence the key of a text that says what is wrong with it or would be right: see {@link SettingsException}
     * @param values for its blanks from {@code {1}} on; never what was written
     * @return nothing, in place of the value
     */
    public <T> Optional<T> fault(String key, String sentence, Object... values) {
        faults.add(new Fault(Optional.empty(), key, sentence, List.of(values)));
        return Optional.empty();
    }

    /** The faults so far. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /**
     * Ends the reading.
     *
     * @throws SettingsException if there was any fault
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw new SettingsException(faults, SettingsException.class);
        }
    }
}
