package io.github.pscsdk.relyingparty.internal.settings;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException.Fault;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
 * Reads settings, each by its key. Faults are noted and answered with an empty value; {@link #check} tells all of them.
 * Each secret is fetched once, and what held it is filled with zeros. For one thread.
 *
 * <p>Keys are those of the proxy's file, such as {@code environment.name}. A secret is an object with exactly one of
 * the members {@code value}, {@code file} (with its text in UTF-8, of which blanks and line ends at its end are no
 * part) and {@code variable}.
 */
public final class SettingsReader {
    private final Path folder;
    private final Map<String, String> variables;
    private final Source source;
    private final List<Fault> faults = new ArrayList<>();

    /** Settings as they were written, unchecked. */
    @FunctionalInterface
    public interface Source {
        /** One setting; empty where it is not given. */
        Optional<String> value(String key);

        /** The key as the author of the settings spells it, such as {@code psc.client.key-store.file}. */
        default String name(String key) {
            return key;
        }
    }

    /**
     * @param folder where relative paths start
     * @param variables the environment variables
     */
    public SettingsReader(Path folder, Map<String, String> variables, Source source) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
        this.source = source;
    }

    /** Another reader of the same settings, which has noted nothing. */
    public SettingsReader anew() {
        return new SettingsReader(folder, variables, source);
    }

    /**
     * A relying party without a session store of its own; the caller adds what is no setting, such as its clock.
     *
     * @param prefix of its keys
     * @param callback the path that logins come back to
     * @param signedOut the path that logouts come back to
     * @throws SettingsException if anything is missing or wrong, here or in what was read before
     */
    public RelyingPartyBuilder relyingParty(String prefix, String callback, String signedOut) {
        var site = publicBaseUri(prefix + "publicBaseUri");
        var environment = environment(prefix + "environment");
        var id = text(prefix + "client.id");
        var authentication = authentication(prefix + "client");
        var acr = acr(prefix + "acr");
        var login = login(prefix + "login");
        var authorities = authorities(prefix + "trustStore");
        var proxy = forwardProxy(prefix + "httpProxy");
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
    public Optional<PublicBaseUri> publicBaseUri(String key) {
        return uri(key).flatMap(uri -> value(key, "public.base", () -> new PublicBaseUri(uri)));
    }

    /** Which Pro Santé Connect: {@code production}, {@code sandbox}, or {@code custom} with its two addresses. */
    public Optional<PscEnvironment> environment(String key) {
        return text(key + ".name").flatMap(name -> switch (name) {
            case "production" -> Optional.of(PscEnvironment.production());
            case "sandbox" -> Optional.of(PscEnvironment.sandbox());
            case "custom" -> custom(key);
            default -> fault(key + ".name", "one.of", "production, sandbox", "custom");
        });
    }

    private Optional<PscEnvironment> custom(String key) {
        var issuer = ofProvider(key + ".issuer");
        var login = ofProvider(key + ".authorizationEndpoint");
        return issuer.flatMap(from -> login.flatMap(
                page -> value(key + ".authorizationEndpoint", "providers", () -> PscEnvironment.custom(from, page))));
    }

    /** Looked at alone, so that a fault is told of the one address that has it. */
    private Optional<URI> ofProvider(String key) {
        return uri(key).flatMap(uri ->
                value(key, "provider", () -> PscEnvironment.custom(uri, uri).issuer()));
    }

    /**
     * How a client proves which one it is: by its {@code secret}, or by its {@code keyStore} and the {@code password}
     * of that.
     */
    public Optional<ClientAuthentication> authentication(String key) {
        return text(key + ".method").flatMap(method -> switch (method) {
            case "secret_basic" ->
                secret(key + ".secret", secret -> ClientAuthentication.clientSecretBasic(new String(secret)));
            case "secret_post" ->
                secret(key + ".secret", secret -> ClientAuthentication.clientSecretPost(new String(secret)));
            case "mtls" -> keyStore(key + ".keyStore", key + ".password", ClientAuthentication::tlsClientAuth);
            default -> fault(key + ".method", "one.of", "secret_basic, secret_post", "mtls");
        });
    }

    /** Which levels of assurance are accepted: {@link AcrPolicy#DEFAULT} where nothing is given. */
    public Optional<AcrPolicy> acr(String key) {
        var accepted = given(key + ".accepted");
        var required = flag(key + ".required", accepted.isPresent());
        var levels = accepted.map(text -> Set.of(separated(text))).orElseGet(AcrPolicy.DEFAULT::accepted);
        return required.flatMap(must -> value(key + ".accepted", "acr", () -> new AcrPolicy(levels, must)));
    }

    private Optional<Boolean> flag(String key, boolean otherwise) {
        return switch (given(key).orElse(Boolean.toString(otherwise))) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> fault(key, "boolean");
        };
    }

    /** By commas or blanks. */
    private static String[] separated(String text) {
        return Stream.of(text.strip().split("[,\\s]+")).distinct().toArray(String[]::new);
    }

    /**
     * The options of browser logins; nothing beyond the usual where nothing is given, without being a
     * fault.
     */
    public BrowserLogin.Options login(String key) {
        var prompted = given(key + ".prompt")
                .filter(prompt -> prompt.equals("login")
                        || fault(key + ".prompt", "prompt").isPresent())
                .map(prompt -> BrowserLogin.Options.none().askingAnew())
                .orElseGet(BrowserLogin.Options::none);
        var recent = given(key + ".maxAge")
                .flatMap(age -> value(key + ".maxAge", "max.age", () -> prompted.withMaxAge(Duration.parse(age))))
                .orElse(prompted);
        return given(key + ".identityProvider")
                .map(recent::withIdentityProvider)
                .orElse(recent);
    }

    /** Certification authorities; empty where neither the file nor its password is given, without being a fault. */
    public Optional<KeyStore> authorities(String key) {
        return given(key + ".file").isPresent() || isSecretGiven(key + ".password")
                ? keyStore(key + ".file", key + ".password", (store, password) -> store)
                : Optional.empty();
    }

    /**
     * The HTTP proxy through which calls go out; that of Java's settings where nothing is given, without being a fault.
     */
    public ForwardProxy forwardProxy(String key) {
        var proxy = given(key + ".address")
                .flatMap(text -> hostAndPort(key + ".address", text))
                .map(known -> ForwardProxy.ofJava().withAddress(known.getHostString(), known.getPort()))
                .orElseGet(ForwardProxy::ofJava)
                .except(given(key + ".except").map(SettingsReader::separated).orElseGet(() -> new String[0]));
        if (given(key + ".user").isEmpty() && !isSecretGiven(key + ".password")) {
            return proxy;
        }
        var user = text(key + ".user")
                .filter(name ->
                        !name.contains(":") || fault(key + ".user", "colon").isPresent());
        return secret(key + ".password", password -> user.map(name -> proxy.withLogin(name, new String(password))))
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
     * Lends a PKCS#12 file with its password, which is filled with zeros when {@code use} returns.
     *
     * @param use what it is for; an {@link IllegalArgumentException} of it is noted as a file without such a key
     */
    public <T> Optional<T> keyStore(String file, String password, BiFunction<KeyStore, char[], T> use) {
        var name = text(file)
                .filter(known -> isReadable(known) || fault(file, "unreadable").isPresent());
        return secret(
                        password,
                        secret -> name.flatMap(known -> open(file, known, secret))
                                .flatMap(store -> value(file, "key.store.key", () -> use.apply(store, secret))))
                .flatMap(result -> result);
    }

    private boolean isReadable(String file) {
        try {
            return Files.isReadable(folder.resolve(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Optional<KeyStore> open(String key, String file, char[] password) {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return Optional.of(store);
        } catch (FileSystemException e) {
            return fault(key, "unreadable");
        } catch (IOException | GeneralSecurityException e) {
            return fault(key, "key.store");
        }
    }

    /**
     * Lends a secret: what is lent is filled with zeros when {@code use} returns.
     *
     * @param use what it is for; an {@link IllegalArgumentException} of it is noted as characters that no secret has
     */
    public <T> Optional<T> secret(String key, Function<char[], T> use) {
        if (places(key) != 1) {
            return fault(key, "exactly.one", "value, file", "variable");
        }
        var fetched = fetch(key);
        if (fetched.isEmpty()) {
            return Optional.empty();
        }
        var secret = fetched.get();
        try {
            return isBlank(secret) ? fault(key, "empty") : value(key, "secret", () -> use.apply(secret));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private boolean isSecretGiven(String key) {
        return places(key) > 0;
    }

    private long places(String key) {
        return Stream.of(".value", ".file", ".variable")
                .filter(place -> source.value(key + place).isPresent())
                .count();
    }

    private Optional<char[]> fetch(String key) {
        var file = source.value(key + ".file");
        if (file.isPresent()) {
            return contentOf(file.get(), key + ".file");
        }
        var value = source.value(key + ".value")
                .or(() -> source.value(key + ".variable").map(variables::get))
                .map(String::toCharArray);
        return value.isPresent() ? value : fault(key + ".variable", "variable");
    }

    private Optional<char[]> contentOf(String file, String key) {
        var bytes = new byte[0];
        var text = CharBuffer.allocate(0);
        try {
            bytes = Files.readAllBytes(folder.resolve(file));
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
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

    private static boolean isBlank(char[] secret) {
        return CharBuffer.wrap(secret).chars().allMatch(Character::isWhitespace);
    }

    /** An address that must be given. */
    public Optional<URI> uri(String key) {
        return text(key).flatMap(text -> value(key, "address", () -> URI.create(text)));
    }

    /** A text that must be given. */
    public Optional<String> text(String key) {
        return given(key).or(() -> fault(key, "missing"));
    }

    /** A text that may be left out; blank counts as not given. */
    public Optional<String> given(String key) {
        return source.value(key).filter(text -> !text.isBlank());
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
     * @param sentence the key of a text that says what is wrong with it or would be right: see {@link
     *     SettingsException}
     * @param values for its blanks from {@code {1}} on; never what was written
     * @return nothing, in place of the value
     */
    public <T> Optional<T> fault(String key, String sentence, Object... values) {
        faults.add(new Fault(Optional.empty(), source.name(key), sentence, List.of(values)));
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
