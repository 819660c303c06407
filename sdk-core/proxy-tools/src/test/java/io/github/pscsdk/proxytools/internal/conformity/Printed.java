package io.github.pscsdk.proxytools.internal.conformity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A run of {@code proxy-esante conformity --json}. */
record Printed(ToolRun run, JsonNode report) {
    static Printed of(String... options) throws JsonProcessingException {
        var arguments = new ArrayList<>(List.of("conformity", "--json"));
        arguments.addAll(List.of(options));
        var run = ToolRun.of(arguments.toArray(String[]::new));
        return new Printed(run, new ObjectMapper().readTree(run.out()));
    }

    /** The ids of the obligations of that verdict. */
    Set<String> obligations(String verdict) {
        var found = new TreeSet<String>();
        report.path("obligations").forEach(row -> {
            if (row.path("verdict").asText().equals(verdict)) {
                found.add(row.path("id").asText());
            }
        });
        return found;
    }

    /** The ids of the checks of that outcome. */
    Set<String> checks(String outcome) {
        var found = new TreeSet<String>();
        var evidence = new ArrayList<>(report.findValues("evidence"));
        evidence.add(report.path("besides"));
        evidence.stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .filter(one -> one.path("outcome").asText().equals(outcome))
                .forEach(one -> found.add(one.path("check").asText()));
        return found;
    }

    @Override
    public String toString() {
        return run.toString();
    }
}
