package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class PortOptionsTest {
    @Test
    void the_ports_are_the_same_at_each_start() {
        assertEquals(new DemoPorts(18080, 18081, 18082, 18083, 18084), chosen());
    }

    @Test
    void the_example_of_a_configuration_of_the_proxy_names_them() throws Exception {
        var example = Path.of("..", "..", "sdk-core", "proxy", "simulator.example.json");
        var environment = new ObjectMapper().readTree(example.toFile()).path("environment");

        var named = Stream.of("issuer", "authorizationEndpoint")
                .map(member -> URI.create(environment.path(member).asText()).getPort())
                .toList();

        assertEquals(List.of(chosen().auth(), chosen().wallet()), named);
    }

    @Test
    void each_port_can_be_chosen() {
        assertEquals(
                new DemoPorts(1, 2, 3, 0, 65535),
                chosen("--auth-port=1", "--wallet-port=2", "--api-port=3", "--proxy-port=0", "--form-port=65535"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "99999999999", "http", "1.5"})
    void what_is_no_port_is_refused(String text) {
        assertThrows(ParameterException.class, () -> chosen("--form-port=" + text));
    }

    private static DemoPorts chosen(String... arguments) {
        return CommandLine.populateCommand(new PortOptions(), arguments).chosen();
    }
}
