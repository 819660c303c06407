package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What editors know of the settings. */
class MetadataTest {
    @Test
    void every_setting_is_described_in_a_sentence_and_there_is_no_other() throws Exception {
        var described = new TreeSet<String>();
        for (var property : metadata().get("properties")) {
            var name = property.get("name").textValue();
            assertTrue(String.valueOf(property.path("description").textValue()).matches("[A-Z].*\\."), name);
            described.add(name);
        }

        assertEquals(settingsThatAreRead(), described);
    }

    @Test
    void the_words_that_a_setting_may_have_are_offered() throws Exception {
        assertEquals(Set.of("production", "sandbox", "custom"), words("psc.environment.name"));
        assertEquals(Set.of("secret_basic", "secret_post", "mtls"), words("psc.client.method"));
        assertEquals(Set.of("login"), words("psc.login.prompt"));
    }

    private static Set<String> words(String setting) throws IOException {
        return StreamSupport.stream(metadata().get("hints").spliterator(), false)
                .filter(hint -> hint.get("name").textValue().equals(setting))
                .flatMap(hint -> StreamSupport.stream(hint.get("values").spliterator(), false))
                .map(value -> value.get("value").textValue())
                .collect(Collectors.toSet());
    }

    /** Beside the classes: other jars have one, too. */
    private static JsonNode metadata() throws IOException {
        var ours = PscSettings.class.getResource("PscSettings.class").toString();
        var root = ours.substring(0, ours.indexOf("io/github/pscsdk/spring/"));
        try (var in = URI.create(root + "META-INF/spring-configuration-metadata.json")
                .toURL()
                .openStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static SortedSet<String> settingsThatAreRead() {
        var read = new TreeSet<String>();
        for (var method : Set.of("secret_basic", "mtls")) {
            var source = new MapConfigurationPropertySource(Map.of(
                    "psc.environment.name", "custom",
                    "psc.client.method", method,
                    "psc.trust-store.file", "none.p12",
                    "psc.http-proxy.user", "somebody"));
            var settings = new PscSettings(new Binder(source));
            SettingsReader.Source watched = key -> {
                read.add(settings.name(key));
                return settings.value(key);
            };
            assertThrows(
                    SettingsException.class,
                    () -> new SettingsReader(Path.of(""), Map.of(), watched).relyingParty("", "/", "/"));
        }
        return read;
    }
}
