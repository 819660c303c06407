package io.github.pscsdk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.ProcessResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The command, as it is given out, in a network whose proxy wants a name and a password. */
class HttpProxyIT {
    private static final String PASSWORD = "clé-du-cabinet";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(("poste-4:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @Test
    void the_name_and_the_password_reach_the_proxy_and_nothing_else() throws Exception {
        try (var proxy = new ClosedProxy()) {
            var ended = psc("--http-proxy=127.0.0.1:" + proxy.port(), "--http-proxy-user=poste-4");

            assertTrue(proxy.asked.contains("Proxy-Authorization: " + LOGIN), proxy.asked::toString);
            assertTrue(ended.output().contains("WKS-014"), ended::output);
            assertFalse(ended.output().contains(PASSWORD), ended::output);
        }
    }

    @Test
    void an_address_that_cannot_be_used_is_repeated_neither_to_the_person_nor_in_a_log() throws Exception {
        var ended = psc("--http-proxy=a:geheim@b:1");

        assertEquals(2, ended.exit());
        assertFalse(ended.output().contains("geheim"), ended::output);
    }

    private static ProcessResult psc(String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "psc.jar").toString(),
                "login",
                "--with=browser",
                "--proxy=https://proxy.editeur.example",
                "--application-token=of-a-test"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PSC_HTTP_PROXY_PASSWORD", PASSWORD);
        process.environment().put("LC_ALL", "C.UTF-8");
        return ProcessResult.of("psc login has ended", process);
    }

    /** Lets whoever logs in not pass either. */
    private static final class ClosedProxy implements AutoCloseable {
        final List<String> asked = new CopyOnWriteArrayList<>();
        private final ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        private final Thread thread = new Thread(this::serve, "proxy of a clinic");

        ClosedProxy() throws IOException {
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (true) {
                try (var connection = socket.accept()) {
                    var lines = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                    var request = new ArrayList<String>();
                    for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                        request.add(line);
                    }
                    asked.addAll(request);
                    var isLoggedIn = request.stream().anyMatch(line -> line.startsWith("Proxy-Authorization"));
                    var answer = "HTTP/1.1 " + (isLoggedIn ? 403 : 407) + " No\r\n"
                            + "Proxy-Authenticate: Basic realm=\"cabinet\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    if (socket.isClosed()) {
                        return;
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
