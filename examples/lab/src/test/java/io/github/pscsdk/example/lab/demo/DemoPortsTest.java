package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.example.lab.PscLab;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPortsTest {
    @Test
    void the_ports_are_the_same_at_each_start() {
        assertEquals(new DemoPorts(18080, 18081, 18082, 18083, 18084), usual());
    }

    /** Those of {@code psc-lab simulate} unless told otherwise. */
    static DemoPorts usual() {
        var simulate = PscLab.commandLine().getSubcommands().get("simulate").getCommandSpec();
        return DemoPorts.from(
                Integer.parseInt(simulate.findOption("--first-port").defaultValue()));
    }

    @Test
    void the_example_of_a_configuration_of_the_proxy_names_them() throws Exception {
        var example = Path.of("..", "..", "sdk-core", "proxy", "simulator.example.json");
        var environment = new ObjectMapper().readTree(example.toFile()).path("environment");

        var named = Stream.of("issuer", "authorizationEndpoint")
                .map(member -> URI.create(environment.path(member).asText()).getPort())
                .toList();

        assertEquals(List.of(usual().auth(), usual().wallet()), named);
    }

    @Test
    void the_first_port_can_be_chosen_and_none_at_all() {
        assertEquals(new DemoPorts(65531, 65532, 65533, 65534, 65535), DemoPorts.from(DemoPorts.LAST));
        assertEquals(DemoPorts.FREE, DemoPorts.from(0));
    }
}
