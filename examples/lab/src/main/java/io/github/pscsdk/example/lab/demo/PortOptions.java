package io.github.pscsdk.example.lab.demo;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The ports of {@code psc-lab simulate}: the same at each start unless chosen, so that they can stand in a
 * configuration.
 */
final class PortOptions {
    @Option(
            names = "--auth-port",
            paramLabel = "PORT",
            defaultValue = "18080",
            converter = Port.class,
            description = "Pro Sante Connect itself: discovery, tokens, CIBA, logout. Default: ${DEFAULT-VALUE}; "
                    + "0 takes any free port, here and below.")
    private int auth;

    @Option(
            names = "--wallet-port",
            paramLabel = "PORT",
            defaultValue = "18081",
            converter = Port.class,
            description = "Its login page. Default: ${DEFAULT-VALUE}")
    private int wallet;

    @Option(
            names = "--api-port",
            paramLabel = "PORT",
            defaultValue = "18082",
            converter = Port.class,
            description = "The authorization server of the target API. Default: ${DEFAULT-VALUE}")
    private int api;

    @Option(
            names = "--proxy-port",
            paramLabel = "PORT",
            defaultValue = "18083",
            converter = Port.class,
            description = "The proxy. Default: ${DEFAULT-VALUE}")
    private int proxy;

    @Option(
            names = "--form-port",
            paramLabel = "PORT",
            defaultValue = "18084",
            converter = Port.class,
            description = "The form. Default: ${DEFAULT-VALUE}")
    private int form;

    DemoPorts chosen() {
        return new DemoPorts(auth, wallet, api, proxy, form);
    }

    static final class Port implements ITypeConverter<Integer> {
        private static final int LAST = 65_535;

        @Override
        public Integer convert(String text) {
            // Five digits at most: no number that an int cannot hold.
            var port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : LAST + 1;
            if (port > LAST) {
                throw new TypeConversionException("a port is a number from 0 to " + LAST);
            }
            return port;
        }
    }
}
