package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.ChildJvm;
import io.github.pscsdk.benchmark.harness.Cpu;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.KeyRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One node of the proxy in a process of its own: 512 MiB of heap, two processors, the configuration that a vendor
 * begins with. It logs to a file. {@link #main} is the process.
 */
final class ProxyNode implements AutoCloseable {
    static final String APPLICATION_TOKEN = "a-fictitious-application-token";

    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:ActiveProcessorCount=2",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlogback.configurationFile=io/github/pscsdk/proxy/logback.xml");

    private static final String MEMORY = "memory";
    private static final String THREADS = "threads";

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final URI address;

    /** @param postgresql JDBC's address of the database where its sessions are; its memory where empty */
    ProxyNode(Path folder, PscEnvironment psc, Optional<String> postgresql) throws IOException {
        var configuration = folder.resolve("proxy.json");
        Files.writeString(folder.resolve("key-ring"), KeyRing.draw("benchmark"));
        Files.writeString(configuration, configuration(psc, postgresql));
        process = ChildJvm.start(
                JVM,
                ProxyNode.class,
                configuration.toString(),
                folder.resolve("node.log").toString());
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
        address = URI.create(answer());
    }

    private static String configuration(PscEnvironment psc, Optional<String> postgresql) {
        var store = postgresql.map(url -> String.format(Locale.ROOT, """
                        ,"store":{"keyRing":"key-ring","postgresql":{"url":"%s","user":"postgres","password":{"value":"any"}}}""", url)).orElse("");
        return String.format(
                Locale.ROOT,
                """
                {"bind":{"address":"127.0.0.1","port":0},
                 "environment":{"name":"custom","issuer":"%s","authorizationEndpoint":"%s"},
                 "clients":[{"id":"%s","method":"secret_post","secret":{"value":"a-fictitious-secret"}}],
                 "applications":[{"name":"workstations","sha256":"%s"}]%s}""",
                psc.issuer(),
                psc.authorizationEndpoint(),
                TokenSigner.CLIENT,
                ProxyServerBuilder.sha256Of(APPLICATION_TOKEN),
                store);
    }

    /**
     * Prints the address of the node, then the figure that each line of the input names, until that ends. Given
     * configuration and log.
     */
    public static void main(String... arguments) throws Exception {
        var answers = System.out;
        try (var log = new PrintStream(Files.newOutputStream(Path.of(arguments[1])), false, StandardCharsets.UTF_8)) {
            System.setOut(log);
            var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            try (var server = ProxyServer.start(Path.of(arguments[0]))) {
                answers.println(server.address());
                for (var figure = questions.readLine(); figure != null; figure = questions.readLine()) {
                    answers.println(
                            figure.equals(MEMORY)
                                    ? memoryInUse()
                                    : ManagementFactory.getThreadMXBean().getPeakThreadCount());
                }
            }
        }
        System.exit(0);
    }

    private static long memoryInUse() {
        return Cpu.heapInUse()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }

    URI address() {
        return address;
    }

    /**
     * Living bytes on the heap, and direct buffers. Collects garbage first, so that the node stands still for a moment.
     */
    double memory() throws IOException {
        return ask(MEMORY);
    }

    double threads() throws IOException {
        return ask(THREADS);
    }

    /**
     * The present threads of the process, with the JVM's own for compilers and the collector; zero where there is no
     * Linux.
     */
    double threadsOfProcess() {
        var threads =
                Path.of("/proc", Long.toString(process.pid()), "task").toFile().list();
        return threads == null ? 0 : threads.length;
    }

    double cpu() {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    private double ask(String figure) throws IOException {
        questions.write(figure + "\n");
        questions.flush();
        return Double.parseDouble(answer());
    }

    private String answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("the node has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
