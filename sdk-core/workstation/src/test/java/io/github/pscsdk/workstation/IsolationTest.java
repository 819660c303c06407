package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plug-in sees of its host, and what the host sees of a plug-in. */
class IsolationTest {
    private static final Map<String, byte[]> CLASSES = ProbeSources.compiled();
    private static final LoginRequest REQUEST = LoginRequest.using("probe");

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    @TempDir
    Path folder;

    private Path archive;

    @BeforeEach
    void write_the_probe() throws Exception {
        archive = PluginJar.named("probe.jar")
                .extension("probe.Probe", CLASSES)
                .entry("probe/problems_en.properties", text("PRB-001.title=Unplugged.\nPRB-001.step.1=Plug it in."))
                .entry("probe/problems_fr.properties", text("PRB-001.title=Débranché.\nPRB-001.step.1=Branchez-le."))
                .writeInto(folder);
    }

    @Test
    void a_plug_in_sees_the_jdk_the_contract_and_itself() throws Exception {
        try (var client = client()) {
            var facts = client.diagnose().findings().get(0).facts();

            assertEquals("hidden", facts.get("io.github.pscsdk.workstation.PscClientBuilder"));
            assertEquals("hidden", facts.get("io.github.pscsdk.workstation.internal.http.ServerHalf"));
            assertEquals("hidden", facts.get("okhttp3.OkHttpClient"));
            assertEquals("hidden", facts.get("com.fasterxml.jackson.databind.ObjectMapper"));
            assertEquals("hidden", facts.get("resource of the host"));
            assertEquals("own", facts.get("com.fasterxml.jackson.core.Version"));
            assertEquals("host", facts.get("io.github.pscsdk.spi.Grant"));
            assertEquals("host", facts.get("org.slf4j.Logger"));
            assertEquals("host", facts.get("org.pf4j.Plugin"));
            assertEquals("host", facts.get("java.sql.Connection"));
        }
    }

    @Test
    void every_call_into_a_plug_in_has_its_loader_as_context_and_every_call_back_the_host_s() throws Exception {
        var host = Thread.currentThread().getContextClassLoader();
        var seen = new ArrayList<ClassLoader>();
        try (var client = client()) {
            client.login(
                    REQUEST.withProgress(step -> seen.add(Thread.currentThread().getContextClassLoader())));
            client.obstacle("probe");
            var facts = client.diagnose().findings().get(0).facts();

            for (var call : List.of(
                    "constructor",
                    "descriptor",
                    "start",
                    "availability",
                    "diagnose",
                    "authenticate",
                    "authenticate after progress")) {
                assertEquals("own", facts.get("loader in " + call), call);
            }
            assertEquals(List.of(host, host, host, host), seen);
            assertSame(host, Thread.currentThread().getContextClassLoader());
        }
    }

    @Test
    void it_is_closed_with_its_own_loader_as_context() {
        System.clearProperty("psc.test.probe.closed");

        client().close();

        assertEquals("own", System.clearProperty("psc.test.probe.closed"));
    }

    @Test
    void what_is_in_the_way_of_it_is_copied_too() {
        var client = client();
        var obstacle = client.obstacle("probe").orElseThrow();
        client.close();

        assertEquals("Unplugged.", obstacle.remedy(Locale.ENGLISH).title());
        assertSame(IsolationTest.class.getClassLoader(), obstacle.getClass().getClassLoader());
    }

    @Test
    void its_problems_are_copied_texts_included_and_live_on_when_it_is_gone() throws Exception {
        Diagnostic finding;
        try (var client = client()) {
            finding = client.diagnose().findings().get(0);
        }

        assertEquals("PRB-001", finding.problem().code());
        assertEquals("DEVICE_GONE", finding.problem().name());
        assertEquals("Débranché.", finding.problem().remedy(Locale.FRANCE).title());
        assertEquals("Unplugged.", finding.problem().remedy(Locale.ENGLISH).title());
        assertSame(
                IsolationTest.class.getClassLoader(),
                finding.problem().getClass().getClassLoader());
    }

    @Test
    void its_notices_are_copied_while_it_logs_in() throws Exception {
        var told = new ArrayList<LoginProgress>();
        try (var client = client()) {
            client.login(REQUEST.withProgress(told::add));
        }

        var notice = told.stream().flatMap(step -> step.notice().stream()).findFirst();
        assertEquals("PRB-001", notice.orElseThrow().problem().code());
        assertSame(
                IsolationTest.class.getClassLoader(),
                notice.orElseThrow().problem().getClass().getClassLoader());
    }

    @Test
    void its_exceptions_are_copied_without_their_messages() throws Exception {
        try (var client = client()) {
            var request = REQUEST.withNationalId(new NationalId("899999100029"));

            var failure = assertThrows(PscException.class, () -> client.login(request));

            assertEquals("PRB-001 DEVICE_GONE: unplugged", failure.getMessage());
            assertEquals(Map.of("port", "2"), failure.facts());
            assertSame(
                    IsolationTest.class.getClassLoader(),
                    failure.getCause().getClass().getClassLoader());
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertTrue(trace.toString().contains("probe.Probe$Gone"));
            assertFalse(trace.toString().contains("899999100029"));
        }
    }

    @Test
    void an_unloaded_plug_in_leaves_nothing_behind_even_after_logins_and_a_failure() throws Exception {
        var client = client();
        client.login(REQUEST);
        assertThrows(PscException.class, () -> client.login(REQUEST.withNationalId(new NationalId("899999100029"))));
        client.diagnose();
        var loader = (WeakReference<?>) System.getProperties().remove(ProbeSources.LOADER);

        client.close();

        Collected.await("the plug-in's loader", loader);
        assertEquals(2, client.authenticators().size());
    }

    @Test
    void private_copies_are_removed_and_the_dropped_archive_may_be_replaced_meanwhile() throws Exception {
        try (var client = client()) {
            Files.write(archive, new byte[0]);

            assertTrue(client.login(REQUEST).isActive());
        }
    }

    @Test
    void a_pinned_plug_in_is_loaded_and_any_other_is_refused() throws Exception {
        var sum = HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
        try (var client = Fakes.builder(server)
                .pluginDirectory(folder)
                .pluginIntegrity(PluginIntegrity.strict().withArchives(Set.of(sum)))
                .build()) {
            assertEquals(2, client.authenticators().size());
        }

        try (var client = Fakes.builder(server)
                .pluginDirectory(folder)
                .pluginIntegrity(PluginIntegrity.strict())
                .build()) {
            var finding = client.diagnose().findings().get(0);
            assertSame(PluginProblem.NOT_PINNED, finding.problem());
            assertEquals("probe.jar", finding.facts().get("file"));
            assertEquals(sum.toLowerCase(Locale.ROOT), finding.facts().get("sha256"));
        }
    }

    @Test
    void one_that_is_not_trusted_is_used_with_a_warning_where_it_is_only_told() throws Exception {
        try (var client = Fakes.builder(server)
                .pluginDirectory(folder)
                .pluginIntegrity(PluginIntegrity.warn())
                .build()) {
            var finding = client.diagnose().findings().get(0);
            assertSame(PluginProblem.NOT_PINNED, finding.problem());
            assertSame(Severity.WARNING, finding.severity());
            assertEquals(2, client.authenticators().size());
        }
    }

    @Test
    void an_authenticator_of_the_application_goes_before_a_plug_in_of_the_same_id() throws Exception {
        try (var client = Fakes.builder(server)
                .authenticator(Fakes.phone("probe"))
                .pluginDirectory(folder)
                .build()) {
            assertSame(
                    PluginProblem.DUPLICATE, client.diagnose().findings().get(0).problem());
            assertEquals("Test", client.authenticators().get(1).displayName(Locale.ENGLISH));
        }
    }

    private PscClient client() {
        return Fakes.builder(server).pluginDirectory(folder).build();
    }

    private static byte[] text(String properties) {
        return properties.getBytes(StandardCharsets.UTF_8);
    }
}
