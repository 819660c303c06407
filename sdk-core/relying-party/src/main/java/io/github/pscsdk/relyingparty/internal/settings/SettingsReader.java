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
import java.time.Duration;
import java.time.format.DateTimeParseException;
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
        return uri(setting).flatMap(uri -> value(setting.key(), () -> new PublicBaseUri(uri)));
    }

    public Optional<PscEnvironment> environment(RelyingPartySettings.Environment settings) {
        return text(settings.name()).flatMap(name -> switch (name) {
            case "production" -> Optional.of(PscEnvironment.production());
            case "sandbox" -> Optional.of(PscEnvironment.sandbox());
            case "custom" -> custom(settings);
            default -> fault(settings.name().key(), "is one of production, sandbox and custom");
        });
    }

    private Optional<PscEnvironment> custom(RelyingPartySettings.Environment settings) {
        var issuer = uri(settings.issuer());
        var login = uri(settings.authorizationEndpoint());
        var keys = settings.issuer().key() + " and "
                + settings.authorizationEndpoint().key();
        return issuer.flatMap(from -> login.flatMap(page -> value(keys, () -> PscEnvironment.custom(from, page))));
    }

    /** How the client proves which one it is. */
    public Optional<ClientAuthentication> authentication(RelyingPartySettings.Client client) {
        return text(client.method()).flatMap(method -> switch (method) {
            case "secret_basic" ->
                secret(client.secret(), secret -> ClientAuthentication.clientSecretBasic(new String(secret)));
            case "secret_post" ->
                secret(client.secret(), secret -> ClientAuthentication.clientSecretPost(new String(secret)));
            case "mtls" -> keyStore(client.keyStore(), ClientAuthentication::tlsClientAuth);
            default -> fault(client.method().key(), "is one of secret_basic, secret_post and mtls");
        });
    }

    /** Which levels of assurance are accepted: {@link AcrPolicy#DEFAULT} where nothing is given. */
    public Optional<AcrPolicy> acr(RelyingPartySettings.Acr settings) {
        var required = flag(settings.required(), settings.accepted().value().isPresent());
        var levels = settings.accepted()
                .value()
                .map(text -> Set.copyOf(List.of(text.strip().split("[,\\s]+"))))
                .orElseGet(AcrPolicy.DEFAULT::accepted);
        return required.flatMap(must -> value(settings.accepted().key(), () -> new AcrPolicy(levels, must)));
    }

    private Optional<Boolean> flag(Setting setting, boolean otherwise) {
        return switch (setting.value().orElse(Boolean.toString(otherwise))) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> fault(setting.key(), "is true or false");
        };
    }

    /** What browser logins ask of Pro Santé Connect; nothing beyond the usual where nothing is given, without being a fault. */
    public BrowserLoginOptions login(RelyingPartySettings.Login settings) {
        var prompted = given(BrowserLoginOptions.none(), settings.prompt(), SettingsReader::prompted);
        var recent = given(prompted, settings.maxAge(), (options, age) -> options.withMaxAge(duration(age)));
        return given(recent, settings.identityProvider(), BrowserLoginOptions::withIdentityProvider);
    }

    private BrowserLoginOptions given(
            BrowserLoginOptions options,
            Setting setting,
            BiFunction<BrowserLoginOptions, String, BrowserLoginOptions> adding) {
        return setting.value()
                .flatMap(text -> value(setting.key(), () -> adding.apply(options, text)))
                .orElse(options);
    }

    private static BrowserLoginOptions prompted(BrowserLoginOptions options, String prompt) {
        if (!prompt.equals("login")) {
            throw new IllegalArgumentException("the only prompt is login");
        }
        return options.askingAnew();
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a duration is written as ISO 8601 has it, such as PT15M", e);
        }
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
                        "is one of secret_basic, secret_post, mtls, certificate_of_psc and dangerously_client_of_psc");
        });
    }

    private Optional<ApiClient> ofPsc(RelyingPartySettings.Client client, ApiClient shared) {
        var isOwn = client.id().value().isPresent()
                || client.secret().places() > 0
                || client.keyStore().isGiven();
        return isOwn
                ? fault(
                        client.method().key(),
                        "is of Pro Santé Connect's client, and goes without id, secret and key store")
                : Optional.of(shared);
    }

    /** Certification authorities; empty where neither the file nor its password is given, without being a fault. */
    public Optional<KeyStore> authorities(Setting.KeyStoreFile settings) {
        return settings.isGiven() ? keyStore(settings, (store, password) -> store) : Optional.empty();
    }

    /** The HTTP proxy through which calls go out; that of Java's settings where nothing is given, without being a fault. */
    public ForwardProxy forwardProxy(RelyingPartySettings.HttpProxy settings) {
        var proxy = settings.address()
                .value()
                .flatMap(text -> value(settings.address().key(), () -> addressed(text)))
                .orElseGet(ForwardProxy::ofJava)
                .except(settings.except().value().stream()
                        .flatMap(text -> Stream.of(text.strip().split("[,\\s]+")))
                        .toArray(String[]::new));
        if (settings.user().value().isEmpty() && settings.password().places() == 0) {
            return proxy;
        }
        var user = text(settings.user());
        return secret(settings.password(), password -> user.map(name -> proxy.withLogin(name, new String(password))))
                .flatMap(known -> known)
                .orElse(proxy);
    }

    private static ForwardProxy addressed(String hostAndPort) {
        try {
            return ForwardProxy.ofJava().withAddress(hostAndPort);
        } catch (IllegalArgumentException e) {
            // Without its message, which may repeat the value.
            throw new IllegalArgumentException("it is host:port, such as proxy.example:3128", e);
        }
    }

    /**
     * Lends a key store with its password, which is filled with zeros when {@code use} returns.
     *
     * @param use what it is for; an {@link IllegalArgumentException} of it is noted as a fault of the file
     */
    public <T> Optional<T> keyStore(Setting.KeyStoreFile settings, BiFunction<KeyStore, char[], T> use) {
        var file = text(settings.file());
        return secret(
                        settings.password(),
                        password -> file.flatMap(name -> open(settings, name, password))
                                .flatMap(store -> value(settings.file().key(), () -> use.apply(store, password))))
                .flatMap(result -> result);
    }

    private Optional<KeyStore> open(Setting.KeyStoreFile settings, String file, char[] password) {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return Optional.of(store);
        } catch (FileSystemException | InvalidPathException e) {
            return fault(settings.file().key(), "cannot be read");
        } catch (IOException | GeneralSecurityException e) {
            return fault(settings.file().key(), "is not a PKCS#12 file that its password opens");
        }
    }

    /**
     * Lends a secret: what is lent is filled with zeros when {@code use} returns.
     *
     * @param use what it is for; an {@link IllegalArgumentException} of it is noted as a fault of that secret
     */
    public <T> Optional<T> secret(Setting.Secret settings, Function<char[], T> use) {
        if (settings.places() != 1) {
            return fault(settings.key(), "has exactly one of value, file and variable");
        }
        var fetched = fetch(settings);
        if (fetched.isEmpty()) {
            return Optional.empty();
        }
        var secret = fetched.get();
        try {
            return isBlank(secret) ? fault(settings.key(), "is empty") : value(settings.key(), () -> use.apply(secret));
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
        return value.isPresent() ? value : fault(settings.key() + ".variable", "names a variable that is not set");
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
            return fault(key, "cannot be read");
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
        return text(setting).flatMap(text -> {
            try {
                return Optional.of(URI.create(text));
            } catch (IllegalArgumentException e) {
                // Without its message, which repeats the value.
                return fault(setting.key(), "is not an address");
            }
        });
    }

    /** A text that must be given. */
    public Optional<String> text(Setting setting) {
        return setting.value().or(() -> fault(setting.key(), "is missing"));
    }

    /**
     * A value that checks itself.
     *
     * @param key the setting that it is made of
     * @param made an {@link IllegalArgumentException} of it is noted as that setting's fault, and must not repeat a value
     */
    public <T> Optional<T> value(String key, Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            return fault(key, "cannot be used: " + e.getMessage());
        }
    }

    /**
     * Notes a fault.
     *
     * @param key the setting
     * @param wrong what is wrong with it or would be right, to be read after the key; never its value
     * @return nothing, in place of the value
     */
    public <T> Optional<T> fault(String key, String wrong) {
        faults.add(new Fault(key, wrong));
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
            throw new SettingsException(faults);
        }
    }
}
