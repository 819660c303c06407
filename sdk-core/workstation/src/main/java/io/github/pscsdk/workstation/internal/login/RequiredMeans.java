package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.Channel;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The means that a host requires. The professional uses one means only, so that a login fails where two are required (by the first request
 * and by the one that resumes it).
 *
 * @param means empty where any will do
 */
record RequiredMeans(Set<Means> means) {
    RequiredMeans {
        means = Set.copyOf(means);
    }

    static RequiredMeans of(Optional<Means> required) {
        return new RequiredMeans(required.map(Set::of).orElse(Set.of()));
    }

    RequiredMeans and(RequiredMeans other) {
        var both = new HashSet<>(means);
        both.addAll(other.means);
        return new RequiredMeans(both);
    }

    /** Fails early, before the professional's device rings, where the channel cannot satisfy the requirement. */
    void checkBeforeAsking(Channel channel) throws PscException {
        check(Optional.of(of(channel)), "this way in asks by another means than the one required");
    }

    void checkSession(Optional<Means> used) throws PscException {
        check(used, "the professional used another means than the one required, or nobody knows which");
    }

    private void check(Optional<Means> used, String detail) throws PscException {
        if (!means.stream().allMatch(required -> used.equals(Optional.of(required)))) {
            throw new PscException(LoginProblem.MEANS_NOT_ACCEPTED, detail);
        }
    }

    /** The means that was used, as Pro Santé Connect says; where it says nothing, that of the channel. */
    static Optional<Means> used(Optional<String> authMode, Optional<Channel> asked) {
        var said = authMode.filter(mode -> !mode.isBlank());
        return said.isPresent() ? said.flatMap(Means::named) : asked.map(RequiredMeans::of);
    }

    private static Means of(Channel channel) {
        return switch (channel) {
            case CARD -> Means.CARD;
            case MOBILE -> Means.MOBILE;
        };
    }
}
