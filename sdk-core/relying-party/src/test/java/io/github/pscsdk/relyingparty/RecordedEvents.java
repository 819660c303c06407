package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.testkit.support.Await;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a listener was told, as lines; and whole, to look for what should not be there. */
final class RecordedEvents implements RelyingPartyListener {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<Event> all = new CopyOnWriteArrayList<>();

    @Override
    public void heard(Event event) {
        all.add(event);
        lines.add(Stream.of("way", "means", "endpoint", "operation", "problem", "reason", "outcome")
                .flatMap(tag -> Stream.ofNullable(event.tags().get(tag)))
                .collect(Collectors.joining(" ", event.name().substring("psc.".length()) + " ", "")));
    }

    List<Event> named(String name) {
        return all.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Waits for that line. */
    void await(String line) {
        Await.until("the event: " + line, () -> lines.contains(line));
    }

    List<String> about(Predicate<String> lines) {
        return this.lines.stream().filter(lines).toList();
    }
}
