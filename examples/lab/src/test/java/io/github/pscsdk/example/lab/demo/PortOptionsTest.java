package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
