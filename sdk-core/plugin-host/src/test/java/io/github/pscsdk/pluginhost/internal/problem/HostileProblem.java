package io.github.pscsdk.pluginhost.internal.problem;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A problem that is no enum: a good one, but for what a test changes. */
public final class HostileProblem implements Problem {
    Supplier<String> code = () -> "XYZ-001";
    Supplier<String> name = () -> "BADGE_GONE";
    Supplier<Party> party = () -> Party.WORKSTATION;
    Supplier<Boolean> allowsNextWay = () -> true;
    Supplier<Optional<String>> guideNode = Optional::empty;
    public Supplier<Remedy> remedy = () -> new Remedy("Gone.", List.of("Bring it back."));

    @Override
    public String code() {
        return code.get();
    }

    @Override
    public String name() {
        return name.get();
    }

    @Override
    public Party party() {
        return party.get();
    }

    @Override
    public boolean allowsNextWay() {
        return allowsNextWay.get();
    }

    @Override
    public Optional<String> guideNode() {
        return guideNode.get();
    }

    @Override
    public Remedy remedy(Locale locale) {
        return remedy.get();
    }
}
