package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings {@code psc.*}, as they are written; {@code spring-configuration-metadata.json} has what editors show.
 */
record PscSettings(Binder binder) implements SettingsReader.Source {
    private static final Map<String, Class<?>> TYPES =
            Map.of("login.maxAge", Duration.class, "acr.required", Boolean.class);

    static PscSettings in(Environment environment) {
        return new PscSettings(Binder.get(environment));
    }

    @Override
    public Optional<String> value(String key) {
        var type =
                TYPES.getOrDefault(key, key.endsWith(".file") || key.endsWith(".keyStore") ? Path.class : String.class);
        var bound = binder.bind(name(key), Bindable.of(type));
        return bound.isBound() ? Optional.of(bound.get().toString()) : Optional.empty();
    }

    /** The client's key store is an object here, with its password. */
    @Override
    public String name(String key) {
        var here = key.replaceFirst("^client\\.keyStore$", "client.keyStore.file")
                .replaceFirst("^client\\.password", "client.keyStore.password");
        return "psc." + here.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Relative paths start at the working directory; secrets may be in {@code variables}. */
    PublicBaseUri publicBaseUri(Map<String, String> variables) {
        var reader = reader(variables);
        var site = reader.publicBaseUri("publicBaseUri");
        if (site.isEmpty() && isClientGiven()) {
            // Fails, and tells what else is wrong. An application with a relying party of its own has no client here.
            relyingParty(variables);
        }
        reader.check();
        return site.orElseThrow();
    }

    private boolean isClientGiven() {
        return binder.bind("psc.client", Bindable.mapOf(String.class, Object.class))
                .isBound();
    }

    RelyingPartyBuilder relyingParty(Map<String, String> variables) {
        return reader(variables).relyingParty("", PscAddresses.CALLBACK, PscAddresses.SIGNED_OUT);
    }

    private SettingsReader reader(Map<String, String> variables) {
        return new SettingsReader(Path.of(""), variables, this);
    }
}
