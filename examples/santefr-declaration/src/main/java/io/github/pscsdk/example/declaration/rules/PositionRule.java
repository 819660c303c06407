package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-GEO: a position on Earth, near the postcode of the place. */
final class PositionRule {
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,20})?");

    private PositionRule() {}

    /** The position to keep; (0, 0) stands for none. Remarks go to the latitude. */
    static Position check(Position raw, Optional<Territory> territory, String field, Findings findings) {
        var latitude = Blanks.given(raw.latitude());
        var longitude = Blanks.given(raw.longitude());
        var position =
                new Position(latitude, longitude, Shapes.PRECISION.check(raw.precision(), "place.precision", findings));
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return position;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            findings.add(Remark.GEO_HALF, field);
        } else if (!isNumber(latitude.get()) || !isNumber(longitude.get())) {
            findings.add(Remark.GEO_NUMBER, field);
        } else {
            var y = Double.parseDouble(latitude.get());
            var x = Double.parseDouble(longitude.get());
            if (y == 0 && x == 0) {
                findings.add(Remark.GEO_NONE, field);
                return Position.NONE;
            }
            remark(y, x, territory).ifPresent(remark -> findings.add(remark, field));
        }
        return position;
    }

    private static Optional<Remark> remark(double latitude, double longitude, Optional<Territory> territory) {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return Optional.of(Remark.GEO_RANGE);
        }
        return territory
                .filter(box -> !box.contains(latitude, longitude))
                .map(box -> box.contains(longitude, latitude) ? Remark.GEO_SWAPPED : Remark.GEO_OUTSIDE);
    }

    private static boolean isNumber(String text) {
        return DEGREES.matcher(text).matches();
    }
}
