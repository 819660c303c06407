package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.DrawnKeys;
import io.github.pscsdk.proxy.Postgres;
import io.github.pscsdk.proxy.internal.configuration.ConfigurationReader;
import io.github.pscsdk.proxy.internal.settings.AddressRange;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples in {@code deploy}, as far as they can be looked at without what runs containers: what they say must be true of the proxy. */
class DeploymentExamplesTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final String SECRETS = "/run/secrets/";
    private static final Duration TO_END = Duration.ofSeconds(32);

    @TempDir
    private Path folder;

    private static List<JsonNode> documents(String name) throws IOException {
        var mapper = new ObjectMapper();
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(
                        yaml.loadAll(Files.readString(DEPLOY.resolve(name))).spliterator(), false)
                .<JsonNode>map(mapper::valueToTree)
                .toList();
    }

    private static JsonNode compose() throws IOException {
        return documents("compose.yaml").get(0);
    }

    private static JsonNode kubernetes(String kind) throws IOException {
        return documents("kubernetes.yaml").stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pod() throws IOException {
        return kubernetes("Deployment").at("/spec/template/spec");
    }

    private static String container(String instruction) throws IOException {
        return Files.readAllLines(DEPLOY.resolve("Containerfile")).stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** Reads a configuration where {@code secrets} are mounted, and nothing else is. */
    private ProxyConfiguration read(JsonNode text, Set<String> secrets) throws IOException {
        var mounted = Files.createDirectories(folder.resolve("secrets"));
        for (var name : secrets) {
            Files.writeString(mounted.resolve(name), "a secret");
        }
        DrawnKeys.drawnIn(mounted);
        assertTrue(secrets.contains("key-ring"), secrets::toString);
        var file = folder.resolve("proxy.json");
        Files.writeString(file, text.asText().replace(SECRETS, mounted + "/"));
        return ConfigurationReader.read(file, Map.of());
    }

    @Test
    void the_nodes_of_compose_can_be_started_as_they_stand_there() throws IOException {
        var compose = compose();
        for (var name : List.of("node-1", "node-2")) {
            var node = compose.path("services").path(name);
            assertTrue(compose.path("secrets").isMissingNode(), "a file that is mounted by itself cannot be replaced");
            assertEquals(Set.of("./secrets/node:/run/secrets:ro"), texts(node.path("volumes")));
            var secrets = namedAtTheHead("secrets/node/");

            var configuration = read(compose.at("/configs/proxy/content"), secrets);

            assertTrue(configuration.stores().isPresent());
            assertEquals(
                    container("EXPOSE"), String.valueOf(configuration.address().getPort()));
            assertTrue(container("CMD").contains(node.at("/configs/0/target").asText()));
            var grace = Duration.parse(
                    "PT" + node.path("stop_grace_period").asText().toUpperCase(Locale.ROOT));
            assertTrue(grace.compareTo(configuration.operation().stopWithin().plus(TO_END)) > 0, grace::toString);
            var front =
                    compose.at("/services/front/networks/inside/ipv4_address").asText();
            assertEquals(Set.of(AddressRange.parse(front)), Set.copyOf(configuration.trustedReverseProxies()));
            var caddyfile = DEPLOY.resolve(compose.at("/configs/front/file").asText());
            assertTrue(Files.readString(caddyfile).contains(name + ":" + container("EXPOSE")));
            assertTracesInStore(configuration);
        }
    }

    /** The files of a folder, as the first lines of the Compose file have them. */
    private static Set<String> namedAtTheHead(String folder) throws IOException {
        var head = Files.readAllLines(DEPLOY.resolve("compose.yaml")).stream()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(2))
                .collect(Collectors.joining(" "));
        var names = Pattern.compile(folder + " the files (.*?), and in ").matcher(head);
        assertTrue(names.find(), head);
        return Set.of(names.group(1).split(", | and "));
    }

    /** In a folder they would go with the container. */
    private static void assertTracesInStore(ProxyConfiguration configuration) {
        assertTrue(configuration.traces().orElseThrow().folder().isEmpty());
    }

    @Test
    void the_nodes_in_kubernetes_can_be_started_as_they_stand_there() throws IOException {
        var pod = pod();
        var text = Files.readString(DEPLOY.resolve("kubernetes.yaml"));
        var secrets = Pattern.compile("--from-file=(\\S+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        var configuration = read(kubernetes("ConfigMap").path("data").path("proxy.json"), secrets);

        assertTrue(configuration.stores().isPresent());
        var proxy = pod.path("containers").get(0);
        assertEquals(
                configuration.address().getPort(),
                proxy.at("/ports/0/containerPort").asInt());
        assertEquals(container("EXPOSE"), proxy.at("/ports/0/containerPort").asText());
        var grace = Duration.ofSeconds(pod.path("terminationGracePeriodSeconds").asInt()
                - proxy.at("/lifecycle/preStop/sleep/seconds").asInt());
        assertTrue(grace.compareTo(configuration.operation().stopWithin().plus(TO_END)) > 0, grace::toString);
        var user = pod.at("/securityContext/runAsUser").asText();
        assertEquals(user + ":" + pod.at("/securityContext/runAsGroup").asText(), container("USER"));
        var mounts = StreamSupport.stream(proxy.path("volumeMounts").spliterator(), false)
                .collect(Collectors.toMap(
                        mount -> mount.path("name").asText(),
                        mount -> mount.path("mountPath").asText()));
        assertEquals(SECRETS, mounts.get("secrets") + "/");
        assertTrue(container("CMD").contains(mounts.get("configuration") + "/proxy.json"));
        assertTracesInStore(configuration);
        var volumes = StreamSupport.stream(pod.path("volumes").spliterator(), false)
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        assertEquals(mounts.keySet(), volumes);
    }

    /** Of what runs there; the database writes to its volume. */
    @Test
    void containers_have_a_bound_of_memory_and_nodes_and_front_write_nowhere_else() throws IOException {
        var services = compose().path("services");
        for (var service : services.properties()) {
            var name = service.getKey();
            assertTrue(service.getValue().path("mem_limit").asText().matches("\\d+m"), name);
            assertEquals(
                    !name.equals("database"),
                    service.getValue().path("read_only").asBoolean(),
                    name);
        }
        var kubernetes = pod().at("/containers/0/resources/limits/memory").asText();
        assertEquals(
                kubernetes.replace("Mi", "m"), services.at("/node-1/mem_limit").asText());
    }

    @Test
    void each_image_is_one_version() throws IOException {
        var images = new ArrayList<String>();
        compose()
                .path("services")
                .forEach(service -> images.add(service.path("image").asText()));
        images.add(pod().at("/containers/0/image").asText());
        images.add(container("FROM"));

        assertEquals(6, images.size());
        images.forEach(image -> assertTrue(image.matches("[\\w./-]+:\\d+\\.\\d+\\S*"), image));
    }

    @Test
    void a_node_of_compose_is_healthy_as_long_as_it_is_ready() throws Exception {
        var check = compose().at("/services/node-1/healthcheck/test");
        assertEquals("CMD", check.get(0).asText());
        try (var bench = Bench.start()) {
            var port = bench.proxy.address().getPort();
            var command = StreamSupport.stream(check.spliterator(), false)
                    .skip(1)
                    // A dollar sign is doubled in a Compose file.
                    .map(word -> word.asText().replace("$$", "$").replace("/8080", "/" + port))
                    .toList();

            Await.until("the node is healthy", () -> exit(command) == 0);

            bench.proxy.drain();
            assertEquals(1, exit(command));
        }
    }

    private static int exit(List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Await.exit("the check has ended", process);
    }

    @Test
    void with_several_servers_of_postgresql_the_primary_is_looked_for_each_second() throws IOException {
        var addresses = Pattern.compile("jdbc:postgresql://([^/]*)/[^\"]*")
                .matcher(Files.readString(DEPLOY.resolve("kubernetes.yaml")));
        assertTrue(addresses.find());
        assertTrue(addresses.group(1).contains(","), addresses::group);
        assertTrue(addresses.group().endsWith("?targetServerType=primary&hostRecheckSeconds=1"), addresses::group);
    }

    @Test
    void what_kubernetes_asks_a_node_it_answers() throws Exception {
        var proxy = pod().path("containers").get(0);
        try (var bench = Bench.start()) {
            for (var probe : List.of("readinessProbe", "livenessProbe", "startupProbe")) {
                var path = proxy.path(probe).at("/httpGet/path").asText();
                Await.until("the probe passes", () -> bench.anybody().get(path).status() == 200);
            }
        }
    }

    @Test
    void everything_in_kubernetes_is_of_the_same_application() throws IOException {
        var label = kubernetes("Deployment").at("/spec/template/metadata/labels");

        assertEquals(label, kubernetes("Deployment").at("/spec/selector/matchLabels"));
        assertEquals(label, kubernetes("Service").at("/spec/selector"));
        assertEquals(label, kubernetes("PodDisruptionBudget").at("/spec/selector/matchLabels"));
    }

    @Test
    void the_role_of_compose_may_do_what_the_store_needs() throws Exception {
        var role = compose()
                .at("/configs/role/content")
                .asText()
                .lines()
                .filter(line -> !line.startsWith("\\set"))
                .collect(Collectors.joining("\n"))
                .replace(":'password'", "'any'");
        try (var postgres = Postgres.start()) {
            postgres.execute(role);
            var source = new PostgresqlSource(
                    postgres.url(),
                    "psc",
                    "any"::toCharArray,
                    DrawnKeys.drawnIn(folder).ring());
            try (var stores = source.open()) {
                assertDoesNotThrow(() -> stores.sessions().check());
                assertDoesNotThrow(() -> stores.traces().orElseThrow().check());
            }
        }
    }
}
