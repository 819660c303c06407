package io.github.pscsdk.proxy.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of a configuration file, against the members that there are. */
class ConfigurationExampleTest {
    /** They stand for the name of an environment, of which an example has one; and for the Sentinels of Redis. */
    private static final Set<String> INSTEAD = Set.of("issuer", "authorizationEndpoint", "server");

    @Test
    void the_shipped_examples_show_every_member() throws Exception {
        var example = new JsonMapper().readTree(Path.of("proxy.example.json").toFile());
        var redis = new JsonMapper().readTree(Path.of("redis.example.json").toFile());

        var missing = new TreeSet<String>();
        members(ConfigurationSchema.ROOT)
                .filter(member -> !INSTEAD.contains(member))
                .filter(member -> example.findValue(member) == null && redis.findValue(member) == null)
                .forEach(missing::add);

        assertEquals(Set.of(), missing);
    }

    private static Stream<String> members(String kind) {
        return ConfigurationSchema.members(kind.replace("[]", "")).entrySet().stream()
                .flatMap(member -> Stream.concat(Stream.of(member.getKey()), members(member.getValue())));
    }
}
