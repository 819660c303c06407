package io.github.pscsdk.workstation;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginTicket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Everything that a host was told of a login. */
final class Told implements Consumer<LoginProgress> {
    private final List<LoginProgress> all = new CopyOnWriteArrayList<>();

    @Override
    public void accept(LoginProgress progress) {
        all.add(progress);
    }

    List<LoginProgress> all() {
        return List.copyOf(all);
    }

    List<LoginProgress.Step> steps() {
        return all.stream().map(LoginProgress::step).toList();
    }

    LoginProgress first(LoginProgress.Step step) {
        return all.stream()
                .filter(progress -> progress.step() == step)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never told: " + step));
    }

    /** The codes of what the person was told when a way was left. */
    List<String> reasons() {
        return all.stream()
                .filter(progress -> progress.step() == LoginProgress.Step.TRYING_NEXT_WAY)
                .map(progress -> progress.notice().orElseThrow().problem().code())
                .toList();
    }

    LoginTicket ticket() {
        return all.stream()
                .flatMap(progress -> progress.ticket().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ticket was told"));
    }
}
