package io.github.pscsdk.example.lab.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code psc-lab simulate --json} of the packaged jar, once it has said where everything is. */
public final class RunningSimulation implements AutoCloseable {
    private static final List<String> PORTS =
            List.of("--auth-port", "--wallet-port", "--api-port", "--proxy-port", "--form-port");

    private final JarProcess process;
    private final PrintedLine printed;

    private RunningSimulation(JarProcess process) throws Exception {
        this.process = process;
        this.printed = awaitLine(process);
    }

    /** Starts it on free ports, with the person at the devices; what it prints goes to {@code folder}. */
    public static RunningSimulation interactive(Path folder) throws Exception {
        return new RunningSimulation(JarProcess.start(folder, List.of(), onFreePorts("--json", "--interactive")));
    }

    /** The arguments of a simulation on free ports, but for those that are among the options. */
    static String[] onFreePorts(String... options) {
        var arguments = new ArrayList<>(List.of("simulate"));
        arguments.addAll(List.of(options));
        PORTS.stream()
                .filter(port -> Stream.of(options).noneMatch(option -> option.startsWith(port)))
                .forEach(port -> arguments.add(port + "=0"));
        return arguments.toArray(String[]::new);
    }

    /** What it prints when it is ready. */
    static PrintedLine awaitLine(JarProcess process) throws Exception {
        process.await("it prints its line", () -> process.out().endsWith("\n"));
        return PrintedLine.of(process.out());
    }

    /** Where one of its servers is, by the name that it prints. */
    public URI address(String name) {
        return printed.address(name);
    }

    @Override
    public void close() {
        process.close();
    }
}
