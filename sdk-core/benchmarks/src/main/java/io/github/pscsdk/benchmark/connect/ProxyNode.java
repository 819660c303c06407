package io.github.pscsdk.benchmark.connect;

import io.github.pscsdk.benchmark.measure.ChildJvm;
import io.github.pscsdk.benchmark.psc.TokenSigner;
import io.github.pscsdk.proxy.settings.RegisteredApplication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.KeyRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One node of the proxy in a process of its own: 512 MiB of heap, two processors, and the configuration that a vendor begins with, its limits included. It logs as it does where
 * it is run, to a file.
 */
final class ProxyNode implements AutoCloseable {
    /** What its callers present. */
    static final String APPLICATION_TOKEN = "a-fictitious-application-token";

    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:ActiveProcessorCount=2",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlogback.configurationFile=io/github/pscsdk/proxy/logback.xml");

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final URI address;

    /**
     * Starts it.
     *
     * @param folder for its files
     * @param host where it listens
     * @param postgresql JDBC's address of the database where its sessions are; its memory where empty
     */
    ProxyNode(Path folder, String host, PscEnvironment psc, Optional<String> postgresql) throws IOException {
        var configuration = folder.resolve("proxy.json");
        Files.writeString(folder.resolve("key-ring"), KeyRing.draw("benchmark"));
        Files.writeString(configuration, configuration(host, psc, postgresql));
        process = ChildJvm.start(
                JVM,
                ProxyNodeProcess.class,
                configuration.toString(),
                folder.resolve("node.log").toString());
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
        address = URI.create(answer());
    }

    private static String configuration(String host, PscEnvironment psc, Optional<String> postgresql) {
        var store = postgresql.map(url -> String.format(Locale.ROOT, """
                        ,"store":{"keyRing":"key-ring","postgresql":{"url":"%s","user":"postgres","password":{"value":"any"}}}""", url)).orElse("");
        return String.format(
                Locale.ROOT,
                """
                {"bind":{"address":"%s","port":0},
                 "environment":{"name":"custom","issuer":"%s","authorizationEndpoint":"%s"},
                 "clients":[{"id":"%s","method":"secret_post","secret":{"value":"a-fictitious-secret"}}],
                 "applications":[{"name":"workstations","sha256":"%s"}]%s}""",
                host,
                psc.issuer(),
                psc.authorizationEndpoint(),
                TokenSigner.CLIENT,
                RegisteredApplication.sha256Of(APPLICATION_TOKEN),
                store);
    }

    /** Where it listens. */
    URI address() {
        return address;
    }

    double ask(NodeFigure figure) throws IOException {
        questions.write(figure.name() + "\n");
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
