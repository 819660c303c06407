package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.github.pscsdk.catalogue.Parsing;
import io.github.pscsdk.documents.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No code looks for a free port, lets it go and has another server take it: somebody else is faster on a busy machine. A server on port 0 tells where it listens,
 * and a test that must know an address before has it from {@code ReservedPort}. Nor does a test close a server for an address where nobody listens: the system may
 * give the port to somebody else, and listens there itself until the thread that accepts has seen the end.
 */
class PickedPortsTest {
    private static final Pattern SERVER = Pattern.compile(
            "new (java\\.net\\.)?(ServerSocket|DatagramSocket)\\(.*|.*\\.createServerSocket\\(.*|(.*\\.)?(Https?Server\\.create|(Server|Datagram)(Socket)?Channel\\.open)\\(.*",
            Pattern.DOTALL);

    /** The methods that return something of a server of their own, which no caller can have. */
    private static final class Finder extends TreeScanner<Void, Void> {
        private final List<String> found = new ArrayList<>();
        private Set<String> servers = new HashSet<>();
        private String method = "";

        static List<String> in(CompilationUnitTree unit) {
            var finder = new Finder();
            finder.scan(unit, null);
            return finder.found;
        }

        @Override
        public Void visitMethod(MethodTree part, Void nothing) {
            var outerServers = servers;
            var outer = method;
            servers = new HashSet<>();
            method = part.getName().toString();
            super.visitMethod(part, nothing);
            servers = outerServers;
            method = outer;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree part, Void nothing) {
            if (!method.isEmpty()
                    && part.getInitializer() != null
                    && SERVER.matcher(part.getInitializer().toString()).matches()) {
                servers.add(part.getName().toString());
            }
            return super.visitVariable(part, nothing);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree part, Void nothing) {
            return null;
        }

        @Override
        public Void visitReturn(ReturnTree part, Void nothing) {
            var returned = String.valueOf(part.getExpression());
            if (servers.stream().anyMatch(server -> returned.matches("!?\\Q" + server + "\\E\\..*"))
                    || returned.matches("(?s)new (java\\.net\\.)?ServerSocket\\(.*\\)\\.getLocalPort\\(\\)")) {
                found.add(method);
            }
            return super.visitReturn(part, nothing);
        }
    }

    /** The type and the beginning of the value of a variable that holds a server. */
    private static final Pattern TYPED = Pattern.compile(
            "^(?:\\w+\\W+){0,2}(?:Https?Server|LogoutReceiver|MockServerHalf|MockWebServer|PscSimulator|RawPeer|ServerSocket)\\b");

    /** The tests that close a server of their own, but in {@code finally}. */
    private static final class Closer extends TreeScanner<Void, Void> {
        private final List<String> found = new ArrayList<>();
        private final Set<String> servers = new HashSet<>();
        private String test = "";

        static List<String> in(CompilationUnitTree unit) {
            var closer = new Closer();
            // The first time for the names, since a field may come last.
            closer.scan(unit, null);
            closer.found.clear();
            closer.scan(unit, null);
            return closer.found;
        }

        @Override
        public Void visitVariable(VariableTree part, Void nothing) {
            if (TYPED.matcher(part.getType() + " " + part.getInitializer()).find()) {
                servers.add(part.getName().toString());
            }
            return super.visitVariable(part, nothing);
        }

        @Override
        public Void visitMethod(MethodTree part, Void nothing) {
            var outer = test;
            test = part.getModifiers().toString().contains("Test")
                    ? part.getName().toString()
                    : "";
            super.visitMethod(part, nothing);
            test = outer;
            return null;
        }

        @Override
        public Void visitTry(TryTree part, Void nothing) {
            scan(part.getResources(), nothing);
            scan(part.getBlock(), nothing);
            return scan(part.getCatches(), nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree part, Void nothing) {
            var called = part.getMethodSelect().toString().split("\\.");
            if (!test.isEmpty()
                    && called.length == 2
                    && servers.contains(called[0])
                    && Set.of("close", "stop", "shutdown").contains(called[1])) {
                found.add(test);
            }
            return super.visitMethodInvocation(part, nothing);
        }
    }

    @Test
    void no_test_closes_a_server_and_asks_there_again() {
        var closing = Pattern.compile("(?s)@(?:Parameterized)?Test\\b.*\\.(?:close|stop|shutdown)\\(0?\\)");

        assertEquals("", found(closing, Closer::in));
    }

    /** What a rule finds in the files whose text has such a place, a line for each. */
    private static String found(Pattern place, Function<CompilationUnitTree, List<String>> rule) {
        var suspects = Repository.files(".java").stream()
                .filter(file -> !file.toString().contains("/archetype-resources/"))
                .filter(file -> place.matcher(text(file)).find())
                .toList();
        var found = new ArrayList<String>();
        Parsing.files(suspects)
                .forEach(unit -> rule.apply(unit)
                        .forEach(method -> found.add(unit.getSourceFile().getName() + ", " + method)));
        return String.join("\n", found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Test void t() { psc.close(); } MockWebServer psc;",
                "HttpServer server; @Test void t() { call(() -> server.stop(0)); }",
                "@ParameterizedTest void t() { var gone = new RawPeer(c -> {}); gone.close(); ask(gone); }",
                "RawPeer peer; @Test void t() { call(new A() { void a() {} }); peer.close(); }",
                "@Test void t() { try { var psc = PscSimulator.builder().start(); psc.close(); } finally { } }"
            })
    void each_way_to_close_a_server_is_found(String body) {
        assertEquals(List.of("t"), Closer.in(Parsing.text("class T { " + body + " }")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@AfterEach void t() { psc.close(); } MockWebServer psc;",
                "@Test void t() { var server = new ServerSocket(0); try { ask(server); } finally { server.close(); } }",
                "@Test void t() { try (var peer = new RawPeer(c -> {})) { ask(peer); } }",
                "Store store; @Test void t() { store.close(); }"
            })
    void what_ends_with_its_test_is_none(String body) {
        assertEquals(List.of(), Closer.in(Parsing.text("class T { " + body + " }")));
    }

    @Test
    void nobody_looks_for_a_free_port_and_lets_it_go() {
        var server = Pattern.compile("\\b(?:ServerSocket|DatagramSocket|HttpServer|Channel)\\b");

        assertEquals("", found(server, Finder::in));
    }

    @Test
    void no_database_server_of_the_tests_looks_for_a_port_itself() {
        var looking = Pattern.compile("EmbeddedPostgres\\s*\\.builder\\(\\)(?!\\s*\\.setPort\\()");

        assertEquals(
                List.of(),
                Repository.files(".java").stream()
                        .filter(file -> looking.matcher(text(file)).find())
                        .toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try (var probe = new ServerSocket(0)) { return probe.getLocalPort(); }",
                "try (var probe = new ServerSocket(port, 1, bind)) { return probe.isBound(); } catch (BindException e) { return false; }",
                "var probe = new ServerSocket(0); try { return probe.getLocalPort(); } finally { probe.close(); }",
                "var probe = HttpServer.create(address, 0); probe.stop(0); return probe.getAddress().getPort();",
                "try (var probe = ServerSocketChannel.open().bind(any)) { return probe.socket().getLocalPort(); }",
                "return new ServerSocket(0).getLocalPort();"
            })
    void each_way_to_pick_a_port_is_found(String body) {
        assertEquals(List.of("m"), Finder.in(Parsing.text("class T { int m() { " + body + " } }")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var server = new ServerSocket(0); return server;",
                "var server = HttpServer.create(address, 0); return new Peer(server, server.getAddress().getPort());",
                "try (var server = new ServerSocket(0)) { server.setSoTimeout(1); return read(server.accept()); }",
                "var reserved = new Socket(); reserved.bind(any); return reserved.getLocalPort();"
            })
    void a_server_that_stays_is_none(String body) {
        assertEquals(List.of(), Finder.in(Parsing.text("class T { int m() { " + body + " } }")));
    }
}
