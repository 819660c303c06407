package io.github.pscsdk.documents;

import io.github.pscsdk.api.PscClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What practice software says when somebody cannot log in, as {@code docs/doctor.md} shows it. */
final class SupportDesk {
    private final List<String> told = new ArrayList<>();

    /** The way in that is open, or what to do until one is. */
    List<String> advice(PscClient client, Locale locale) throws InterruptedException {
        var diagnosis =
                client.diagnose(examination -> told.add(examination.subject().name()));
        var nearest = diagnosis.nearestWay().orElseThrow();
        var obstacles = diagnosis.blocking(nearest.id());
        if (obstacles.isEmpty()) {
            return List.of(nearest.displayName(locale));
        }
        return obstacles.stream()
                .map(obstacle -> obstacle.problem().remedy(locale))
                .flatMap(remedy -> Stream.concat(Stream.of(remedy.title()), remedy.steps().stream()))
                .toList();
    }

    /** The subjects that were examined, in the order in which they ended. */
    List<String> told() {
        return told;
    }
}
