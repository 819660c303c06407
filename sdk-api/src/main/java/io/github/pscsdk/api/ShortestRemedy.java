package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The way in that needs the least until a login works: see {@link Diagnosis#shortestRemedy()}.
 *
 * @param wayIn the authenticator to log in with
 * @param obstacles what to mend before, in this order; empty if the way is open
 */
public record ShortestRemedy(AuthenticatorDescriptor wayIn, List<Diagnostic> obstacles) {
    /** Sorts by the number of obstacles, then by how near the parties that must act are to the person. */
    static final Comparator<ShortestRemedy> NEAREST_FIRST = Comparator.<ShortestRemedy>comparingInt(
                    remedy -> remedy.obstacles.size())
            .thenComparingInt(ShortestRemedy::distance);

    public ShortestRemedy {
        Objects.requireNonNull(wayIn, "wayIn");
        obstacles = List.copyOf(obstacles);
    }

    /** Whether nothing has to be mended. */
    public boolean isOpen() {
        return obstacles.isEmpty();
    }

    /** The constants of {@code Party} are declared from the nearest to the farthest. */
    private int distance() {
        return obstacles.stream()
                .mapToInt(obstacle -> obstacle.problem().party().ordinal())
                .sum();
    }
}
