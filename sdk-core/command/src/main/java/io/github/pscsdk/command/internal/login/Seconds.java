package io.github.pscsdk.command.internal.login;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of seconds that a person may wait: up to an hour. */
final class Seconds implements ITypeConverter<Duration> {
    private static final int MOST = 3600;

    @Override
    public Duration convert(String text) {
        // Four digits at most: no number that an int cannot hold.
        var seconds = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (seconds < 1 || seconds > MOST) {
            throw new TypeConversionException("a number of seconds from 1 to " + MOST);
        }
        return Duration.ofSeconds(seconds);
    }
}
