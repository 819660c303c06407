package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The tree as it was read from Santé.fr's guide: a block of YAML in a file that lies outside the project, corrected by a second reading. */
final class PublishedTree {
    private static final String FILE = "shared/reference/santefr-forms.md";
    private static final String FENCE = "```";

    /** Members that the second reading of the paper changed, or took away ({@code null}). */
    private static final String SECOND_READING = """
            start: {go_no: null}
            card: {go_no_card: null}
            unlock_procedure: {go_ok: null}
            login_ecps: {steps: [enter national id], go_fail: help}
            contact_details: {options: [update_contact, ecps_with_card, help]}
            card_activation_failed: {options: [other_equipment, diagcps, help]}
            """;

    private PublishedTree() {}

    /** Skips the test, loudly, where the file is not; in CI it must be there. */
    static JsonNode read() throws IOException {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve(FILE))
                .filter(Files::exists)
                .findFirst();
        if (file.isEmpty()) {
            var message = "no file " + FILE + " in or above " + Path.of("").toAbsolutePath()
                    + ", so the tree was not compared with the published one";
            if ("true".equals(System.getenv("CI"))) {
                return fail(message);
            }
            System.err.println("SKIPPED: " + message);
            return abort(message);
        }
        var text = Files.readString(file.get());
        var start = text.indexOf(FENCE + "yaml\nguide:") + FENCE.length() + "yaml".length();
        var mapper = new YAMLMapper();
        var tree = mapper.readTree(text.substring(start, text.indexOf(FENCE, start)));
        mapper.readTree(SECOND_READING)
                .properties()
                .forEach(node -> node.getValue().properties().forEach(member -> {
                    var read = (ObjectNode) tree.get("nodes").get(node.getKey());
                    if (member.getValue().isNull()) {
                        read.remove(member.getKey());
                    } else {
                        read.set(member.getKey(), member.getValue());
                    }
                }));
        return tree;
    }
}
