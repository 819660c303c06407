package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.DefaultPluginFolder;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.example.lab.json.JsonWriter;
import io.github.pscsdk.testkit.persona.Personas;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts that a user of the running servers needs, on standard output. The only place that shows their secrets. */
record RunningServersReport(PrintWriter out, Texts texts, boolean json) {
    void print(DemoServers servers) {
        if (json) {
            out.println(line(servers));
        } else {
            page(servers);
        }
        out.flush();
    }

    /** The document of {@code psc-lab simulate --json}; {@code tls} and {@code card} are empty where there are none. */
    private record Document(
            Map<String, URI> addresses,
            List<Client> clients,
            String applicationToken,
            Map<String, String> tls,
            Map<String, String> card,
            int personas) {}

    /** @param backchannelLogoutUri empty where no logout tokens are sent */
    private record Client(
            String id, String secret, List<URI> redirectUris, List<URI> postLogoutUris, String backchannelLogoutUri) {
        static Client of(TestClient client) {
            return new Client(
                    client.id(),
                    client.secret(),
                    client.redirectUris(),
                    client.postLogoutUris(),
                    client.registration()
                            .backchannelLogoutUri()
                            .map(URI::toString)
                            .orElse(""));
        }

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    private static String line(DemoServers servers) {
        return JsonWriter.oneLine(new Document(
                servers.addresses(),
                servers.clients().stream().map(Client::of).toList(),
                servers.revealApplicationToken(),
                servers.tls().map(RunningServersReport::members).orElse(Map.of()),
                servers.card().map(SimulatedCard::told).orElse(Map.of()),
                Personas.all().size()));
    }

    private static Map<String, String> members(TlsFiles files) {
        var members = new LinkedHashMap<String, String>();
        members.put("ca", files.authority().toString());
        files.client().ifPresent(store -> {
            members.put("clientKeyStore", store.file().toString());
            members.put("clientKeyStorePassword", store.password());
        });
        return members;
    }

    private void page(DemoServers servers) {
        out.println(texts.get("kept.title"));
        servers.addresses().forEach((name, address) -> out.println(String.format("  %-10s %s", name, address)));
        out.println(texts.get("simulate.clients"));
        for (var client : servers.clients()) {
            out.println("  " + client.id());
            out.println("    " + texts.get("simulate.secret", client.secret()));
            client.redirectUris().forEach(uri -> out.println("    " + texts.get("simulate.redirect", uri)));
            client.postLogoutUris().forEach(uri -> out.println("    " + texts.get("simulate.logout", uri)));
            client.registration()
                    .backchannelLogoutUri()
                    .ifPresent(uri -> out.println("    " + texts.get("simulate.backchannel", uri)));
        }
        out.println(texts.get("simulate.application"));
        out.println("  " + servers.revealApplicationToken());
        servers.tls().ifPresent(this::tls);
        out.println(texts.get("simulate.personas", Personas.all().size()));
        servers.card().ifPresent(card -> card(card, servers));
        var authenticator =
                servers.card().isPresent() ? "cps" : "stub --plugins \"" + DefaultPluginFolder.besideTheJar() + '"';
        out.println(texts.get("simulate.login", authenticator, servers.proxy()));
    }

    private void card(SimulatedCard card, DemoServers servers) {
        var told = card.told();
        out.println(texts.get("simulate.card", told.get("kind"), told.get("holder")));
        out.println("  " + texts.get("simulate.card.code", told.get("code")));
        out.println("  " + texts.get("simulate.card.reader", told.get("reader")));
        out.println("  "
                + texts.get("simulate.card.page", servers.simulator().pages().resolve("/cps-gestion")));
    }

    private void tls(TlsFiles files) {
        out.println(texts.get("simulate.tls"));
        out.println("  " + texts.get("simulate.tls.ca", files.authority()));
        files.client().ifPresent(store -> {
            out.println("  " + texts.get("simulate.tls.client", store.file()));
            out.println("  " + texts.get("simulate.tls.password", store.password()));
        });
    }
}
