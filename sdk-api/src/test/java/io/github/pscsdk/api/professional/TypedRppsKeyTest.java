package io.github.pscsdk.api.professional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.NationalIdProblem;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the key of an RPPS number tells of slips at the keyboard, over a thousand invented numbers. */
class TypedRppsKeyTest {
    private static final int DIGITS = 11;
    private static final Optional<NationalIdProblem> WRONG = Optional.of(NationalIdProblem.RPPS_KEY_WRONG);

    @Test
    void of_ten_keys_exactly_one_is_right() {
        forInventedNumbers(number -> {
            var stem = number.substring(0, DIGITS - 1);

            var right = IntStream.range(0, 10)
                    .filter(key -> NationalId.problemOf(stem + key).isEmpty())
                    .boxed()
                    .toList();

            assertEquals(1, right.size(), stem);
            assertEquals(stem + right.get(0), number);
        });
    }

    @Test
    void one_wrong_digit_is_always_noticed() {
        forInventedNumbers(number -> {
            // Not the first one: an 8 there reads as the prefix of a number that is not complete.
            for (var place = 1; place < DIGITS; place++) {
                var digit = number.charAt(place) - '0';
                for (var more = 1; more < 10; more++) {
                    var slip = number.substring(0, place) + (digit + more) % 10 + number.substring(place + 1);

                    assertEquals(WRONG, NationalId.problemOf(slip), slip);
                }
            }
        });
    }

    @Test
    void two_neighbours_swapped_are_noticed_but_for_0_and_9() {
        forInventedNumbers(number -> {
            for (var place = 1; place < DIGITS - 1; place++) {
                var left = number.charAt(place);
                var right = number.charAt(place + 1);
                if (left != right && left + right != '0' + '9') {
                    var slip = number.substring(0, place) + right + left + number.substring(place + 2);

                    assertEquals(WRONG, NationalId.problemOf(slip), slip);
                }
            }
        });
    }

    @Test
    void the_prefix_changes_neither_what_is_right_nor_what_is_wrong() {
        forInventedNumbers(number -> {
            var plain = NationalId.ofTyped(number);
            var wrongKey = number.substring(0, DIGITS - 1) + (number.charAt(DIGITS - 1) - '0' + 1) % 10;

            assertEquals(new NationalId("8" + number), plain);
            assertEquals(plain, NationalId.ofTyped("8" + number));
            assertEquals(WRONG, NationalId.problemOf("8" + wrongKey), wrongKey);
        });
    }

    @Test
    void an_8_and_ten_digits_are_a_number_that_is_not_complete() {
        assertEquals(Optional.of(NationalIdProblem.TOO_SHORT), NationalId.problemOf("89999900042"));
    }

    private static void forInventedNumbers(Consumer<String> check) {
        var random = new Random(2022_04_04);
        for (var count = 0; count < 1000; count++) {
            var stem = new StringBuilder("9");
            for (var place = 1; place < DIGITS - 1; place++) {
                stem.append(random.nextInt(10));
            }
            check.accept(stem.toString() + key(stem));
        }
    }

    /** By the table of ISO/IEC 7812-1, annex B, which the code under test does not use: doubled digits, summed across. */
    private static int key(CharSequence stem) {
        var doubled = new int[] {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
        var sum = 0;
        for (var place = 0; place < stem.length(); place++) {
            var digit = stem.charAt(place) - '0';
            sum += place % 2 == 1 ? doubled[digit] : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
