package io.github.pscsdk.workstation;

import io.github.pscsdk.testkit.support.PluginCompiler;
import java.util.Map;

/** A plug-in that tells what it sees: by the facts of its diagnosis, and by system properties. */
final class ProbeSources {
    /** Where the plug-in leaves a weak reference to its own loader. */
    static final String LOADER = "psc.test.probe.loader";

    private ProbeSources() {}

    static Map<String, byte[]> compiled() {
        return PluginCompiler.compile(Map.of(
                "probe.Probe",
                PROBE,
                "probe.Trouble",
                TROUBLE,
                // Its own copies: of a library that the engine uses as well, and of the contract.
                "com.fasterxml.jackson.core.Version",
                "package com.fasterxml.jackson.core; public class Version {}",
                "io.github.pscsdk.spi.Grant",
                "package io.github.pscsdk.spi; public interface Grant {}"));
    }

    private static final String TROUBLE = """
            package probe;
            import io.github.pscsdk.diagnostic.*;
            public enum Trouble implements Problem {
              DEVICE_GONE;
              public String code() { return "PRB-001"; }
              public Party party() { return Party.WORKSTATION; }
            }
            """;

    private static final String PROBE = """
            package probe;
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.api.dialog.*;
            import io.github.pscsdk.api.professional.*;
            import io.github.pscsdk.diagnostic.*;
            import io.github.pscsdk.spi.*;
            import java.util.*;
            public class Probe implements Authenticator {
              private final Map<String, String> facts = new TreeMap<>();
              public Probe() {
                System.getProperties().put("psc.test.probe.loader",
                    new java.lang.ref.WeakReference<>(getClass().getClassLoader()));
                note("constructor");
              }
              private void note(String call) {
                var own = Thread.currentThread().getContextClassLoader() == Probe.class.getClassLoader();
                facts.put("loader in " + call, own ? "own" : "other");
              }
              private void look(String className) {
                try {
                  var loader = Class.forName(className).getClassLoader();
                  facts.put(className, loader == Probe.class.getClassLoader() ? "own" : "host");
                } catch (Throwable e) {
                  facts.put(className, "hidden");
                }
              }
              public AuthenticatorDescriptor descriptor() {
                note("descriptor");
                return AuthenticatorDescriptor.of("probe", WayIn.BACKCHANNEL, "Sonde", "Probe");
              }
              public void start(AuthenticatorServices services) {
                note("start");
                // Its thread must not keep this loader.
                services.httpClient();
              }
              public Optional<Problem> obstacle() {
                note("availability");
                return Optional.of(Trouble.DEVICE_GONE);
              }
              public void close() {
                note("close");
                System.setProperty("psc.test.probe.closed", facts.get("loader in close"));
              }
              public List<Diagnostic> diagnose() {
                note("diagnose");
                look("io.github.pscsdk.workstation.PscClientBuilder");
                look("io.github.pscsdk.workstation.internal.http.ServerHalf");
                look("okhttp3.OkHttpClient");
                look("com.fasterxml.jackson.databind.ObjectMapper");
                look("com.fasterxml.jackson.core.Version");
                look("io.github.pscsdk.spi.Grant");
                look("org.slf4j.Logger");
                look("org.pf4j.Plugin");
                look("java.sql.Connection");
                var host = Probe.class.getClassLoader().getResource("logback-test.xml");
                facts.put("resource of the host", host == null ? "hidden" : "seen");
                return List.of(Diagnostic.of(Trouble.DEVICE_GONE, Severity.INFO).with(facts));
              }
              public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                  throws PscException, InterruptedException {
                note("authenticate");
                if (request.nationalId().isPresent()) {
                  throw new PscException(
                      Trouble.DEVICE_GONE, "unplugged", Map.of("port", "2"), new Gone(request.nationalId().get().value()));
                }
                context.notice(Diagnostic.of(Trouble.DEVICE_GONE, Severity.WARNING));
                context.waitingForDevice();
                note("authenticate after progress");
                return context.backchannel(BackchannelRequest.onMobile(new NationalId("899999100011")));
              }
              static class Gone extends RuntimeException {
                Gone(String message) { super(message); }
              }
            }
            """;
}
