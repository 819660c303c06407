package io.github.pscsdk.pluginhost.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginFailureCopyTest {
    private final HostileThrowable hostile = new HostileThrowable();

    static Stream<Throwable> anything() {
        return Stream.of(
                new IllegalStateException("no"),
                new IOException("checked, but not declared"),
                new StackOverflowError(),
                new OutOfMemoryError("Requested array size exceeds VM limit"),
                new AssertionError("no"),
                new Throwable("of no known kind"));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void an_exception_whose_methods_throw_is_copied_by_its_class(Throwable thrown) {
        var copy = copyWithMessages(HostileThrowable.throwing(thrown));

        assertEquals(HostileThrowable.class.getName(), copy.getMessage());
        assertNull(copy.getCause());
        assertEquals(0, copy.getStackTrace().length);
    }

    @Test
    void an_exception_whose_methods_return_null_is_copied_by_its_class() {
        hostile.frames = () -> null;

        var copy = copyWithMessages(hostile);

        assertEquals(HostileThrowable.class.getName(), copy.getMessage());
        assertEquals(0, copy.getStackTrace().length);
    }

    @Test
    void a_circle_of_causes_ends() {
        hostile.cause = () -> hostile;

        assertEquals(9, chain(PluginFailure.copy(hostile)));
        assertFalse(PluginFailure.isInterrupt(hostile));
    }

    @Test
    void a_chain_of_causes_without_an_end_ends() {
        hostile.cause = PluginFailureCopyTest::endless;

        assertEquals(9, chain(PluginFailure.copy(hostile)));
        assertFalse(PluginFailure.isInterrupt(hostile));
    }

    @Test
    void a_message_of_megabytes_is_cut_to_one_line() {
        hostile.message = () -> "a\nforged line of the log ".repeat(1_000_000);

        var message = copyWithMessages(hostile).getMessage();

        assertEquals(1_000, message.length());
        assertFalse(message.contains("\n"));
    }

    @Test
    void frames_are_cut_in_number_and_length_and_those_that_are_missing_are_left_out() {
        var frames = new StackTraceElement[100_000];
        Arrays.fill(frames, new StackTraceElement("Class", "method".repeat(100_000), "file", 1));
        frames[0] = null;
        hostile.frames = () -> frames;

        var copied = PluginFailure.copy(hostile).getStackTrace();

        assertEquals(199, copied.length);
        assertEquals("Class", copied[0].getClassName());
        assertEquals(300, copied[0].getMethodName().length());
    }

    @Test
    void an_ordinary_stack_trace_is_kept_as_it_is() {
        var original = new IllegalStateException("no", new IOException("why"));

        var copy = copyWithMessages(original);

        assertEquals(Arrays.toString(original.getStackTrace()), Arrays.toString(copy.getStackTrace()));
        assertEquals("java.io.IOException: why", copy.getCause().getMessage());
    }

    @Test
    void an_interrupt_is_known_also_where_it_is_wrapped() {
        assertTrue(PluginFailure.isInterrupt(new InterruptedException()));
        assertTrue(
                PluginFailure.isInterrupt(new IllegalStateException(new RuntimeException(new InterruptedException()))));
        assertFalse(PluginFailure.isInterrupt(new IllegalStateException("no")));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void an_exception_that_does_not_tell_its_cause_is_no_interrupt(Throwable thrown) {
        assertFalse(PluginFailure.isInterrupt(HostileThrowable.throwing(thrown)));
    }

    @Test
    void an_interrupt_of_the_copying_itself_is_kept() {
        PluginFailure.copy(HostileThrowable.throwing(new InterruptedException()));

        assertTrue(Thread.interrupted());
    }

    private static PluginFailure copyWithMessages(Throwable original) {
        return assertThrows(
                PluginFailure.class,
                () -> PluginFailure.of(() -> {
                    throw original;
                }));
    }

    private static Throwable endless() {
        var next = new HostileThrowable();
        next.cause = PluginFailureCopyTest::endless;
        return next;
    }

    private static int chain(Throwable thrown) {
        var length = 0;
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            length++;
        }
        return length;
    }
}
