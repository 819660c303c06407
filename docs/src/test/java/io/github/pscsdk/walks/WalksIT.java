package io.github.pscsdk.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/walks.md} is written from what packaged programs load; record with {@code mvn verify -Dupdate=true}. */
class WalksIT {
    private static final String BUILD = "mvn -Pquick -DskipTests -pl examples/lab,examples/quickstart-web -am package";
    private static final String OURS = "io.github.pscsdk.";
    private static final String MAIN = "/src/main/java/";

    @TempDir
    Path folder;

    /** One section of the page. */
    private record Walk(String title, String text, SortedSet<String> types) {}

    @Test
    @Tag("measure")
    void the_page_names_what_each_walk_loads() throws Exception {
        var walks = walks();
        walks.forEach(
                walk -> System.out.println(walk.title() + ": " + walk.types().size() + " types"));
        var sources =
                sources(walks.stream().flatMap(walk -> walk.types().stream()).collect(Collectors.toSet()));
        var sentences = Sentences.in(sources.values());

        var silent = sources.keySet().stream()
                .filter(type -> !sentences.containsKey(type))
                .toList();
        assertEquals(List.of(), silent, "types whose Javadoc has no first sentence");
        var current = """
                # Walks through the code

                This page is for people who begin to read the code. It lists three runs, and for each run every type of ours that a JVM loads,
                with the first sentence of its Javadoc. A nested type counts with its outer type. A test generates this page from runs of the
                packaged programs; do not edit it.

                """
                + walks.stream().map(walk -> section(walk, sources, sentences)).collect(Collectors.joining("\n"));
        assertEquals(Repository.recorded("docs/walks.md", current), current);
    }

    private List<Walk> walks() throws Exception {
        var site = URI.create("http://127.0.0.1:" + ReservedPort.next());
        try (var simulator = simulator(site);
                var card = startCardWalk(simulator);
                var web = startWeb(simulator, site)) {
            web.await("Started QuickstartWeb in");
            logInAndOut(site);
            card.await("\"receipt\":{\"number\":\"SF-");
            var toTheReceipt = card.typesWithout(List.of(OURS + "testkit.", OURS + "walks."));
            return List.of(
                    new Walk("A national identifier from the card to the receipt", """
                            A card is in the reader. Practice software logs its holder in and hands over one declaration through the proxy, and the form
                            gives a receipt. The list has the types of workstation, plug-in, proxy and form, from their start to the receipt. The card, its
                            reader and Pro Santé Connect are those of the test kit, whose types are left out.
                            """, toTheReceipt),
                    new Walk(
                            "One plug-in jar from the folder to the login",
                            """
                            The same run: the host finds one jar in its folder, checks and loads it, and its authenticator logs the holder in. The list
                            has the types of the plug-in host only.
                            """,
                            toTheReceipt.stream()
                                    .filter(type -> type.startsWith(OURS + "pluginhost."))
                                    .collect(Collectors.toCollection(TreeSet::new))),
                    new Walk(
                            "A browser login in the starter, from the click to the log-out",
                            """
                            A person presses the button on the page of the quick start, logs in at Pro Santé Connect, comes back, and logs out. The list
                            has the types that the application uses, from its start to the page after the log-out, without the quick start itself.
                            """,
                            web.typesWithout(List.of(OURS + "example."))));
        }
    }

    private static PscSimulator simulator(URI site) {
        return PscSimulator.builder()
                .client(SimulatedClient.withSecret(CardWalk.CLIENT, CardWalk.SECRET))
                .client(SimulatedClient.withSecret(CardWalk.CLIENT_AT_API, CardWalk.SECRET_AT_API))
                .client(SimulatedClient.withSecret(CardWalk.FORM_CLIENT, CardWalk.SECRET))
                // As the quick start's own settings have it.
                .client(SimulatedClient.withSecret("psc-test", "not-a-secret")
                        .withRedirectUri(site.resolve("/psc/callback"))
                        .withPostLogoutUri(site.resolve("/psc/signed-out")))
                .interval(Duration.ofSeconds(1))
                .start();
    }

    private RecordedRun startCardWalk(PscSimulator simulator) throws Exception {
        var own = Files.createDirectory(folder.resolve("card"));
        var plugins = Files.createDirectory(own.resolve("plugins"));
        Files.copy(packaged("examples/lab/target/plugins/psc-sdk-cps-reader-plugin.jar"), plugins.resolve("cps.jar"));
        return RecordedRun.start(
                own,
                List.of(
                        "-Dlogback.configurationFile=io/github/pscsdk/example/santefr/logback.xml",
                        "-cp",
                        packaged("examples/lab/target/psc-lab.jar")
                                + File.pathSeparator
                                + Path.of("target", "test-classes"),
                        CardWalk.class.getName(),
                        plugins.toString(),
                        own.resolve("form").toString(),
                        simulator.issuer().toString(),
                        simulator.authorizationEndpoint().toString(),
                        simulator.apiTokenEndpoint().toString(),
                        simulator.apiIntrospectionEndpoint().toString()));
    }

    private RecordedRun startWeb(PscSimulator simulator, URI site) throws Exception {
        return RecordedRun.start(
                Files.createDirectory(folder.resolve("web")),
                List.of(
                        "-jar",
                        packaged("examples/quickstart-web/target/quickstart-web-app.jar")
                                .toString(),
                        "--server.port=" + site.getPort(),
                        "--psc.public-base-uri=" + site,
                        "--psc.environment.issuer=" + simulator.issuer(),
                        "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint()));
    }

    private static void logInAndOut(URI site) throws Exception {
        var visitor = new Visitor();
        var home = visitor.get(site.resolve("/psc/login"));
        assertTrue(home.body().contains("Logged in: "), home::body);

        var bye = visitor.press(home, "/psc/logout");
        assertEquals(site.resolve("/"), bye.uri());
        assertTrue(bye.body().contains("href=\"" + site + "/psc/login\""), bye::body);
    }

    private static Path packaged(String file) {
        var path = Repository.ROOT.resolve(file);
        assertTrue(Files.exists(path), () -> file + " is missing; build it: " + BUILD);
        return path;
    }

    /** The source of each type, in the order of their names. */
    private static Map<String, Path> sources(Collection<String> types) {
        var all = Repository.files(".java").stream()
                .filter(file -> file.toString().contains(MAIN))
                .collect(Collectors.toMap(WalksIT::typeIn, Function.identity(), (one, other) -> one));
        assertEquals(
                List.of(),
                types.stream().filter(type -> !all.containsKey(type)).sorted().toList(),
                "no source");
        var sources = new TreeMap<String, Path>();
        types.forEach(type -> sources.put(type, all.get(type)));
        return sources;
    }

    private static String typeIn(Path file) {
        var name = file.toString();
        return name.substring(name.indexOf(MAIN) + MAIN.length(), name.length() - ".java".length())
                .replace('/', '.');
    }

    private static String section(Walk walk, Map<String, Path> sources, Map<String, String> sentences) {
        var text = new StringBuilder("## " + walk.title() + "\n\n" + walk.text() + "\n"
                + walk.types().size() + " types.\n");
        walk.types().stream()
                .collect(Collectors.groupingBy(
                        type -> moduleOf(sources.get(type)), TreeMap::new, Collectors.toCollection(ArrayList::new)))
                .forEach((module, ofModule) -> {
                    text.append("\n### `")
                            .append(module)
                            .append("`: ")
                            .append(ofModule.size())
                            .append('\n');
                    ofModule.stream()
                            .collect(Collectors.groupingBy(WalksIT::packageOf, TreeMap::new, Collectors.toList()))
                            .forEach((home, inside) -> {
                                text.append("\n`").append(home).append("`\n\n");
                                inside.forEach(type -> text.append("- `")
                                        .append(type.substring(home.length() + 1))
                                        .append("`: ")
                                        .append(sentences.get(type))
                                        .append('\n'));
                            });
                });
        return text.toString();
    }

    private static String moduleOf(Path source) {
        var file = Repository.ROOT.relativize(source).toString();
        return file.substring(0, file.indexOf(MAIN));
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }
}
