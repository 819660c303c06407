package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that were changed on their way end as a problem of the store, and never as the answer to another call. */
class WrongAnswerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Map<String, Consumer<RedisStores>> CALLS = Map.of(
            "now", stores -> stores.sessions().now(),
            "find", stores -> stores.sessions().find("a"),
            "write", stores -> stores.sessions().putIfAbsent("a", new byte[1], MINUTE),
            "replace", stores -> stores.sessions().write("a", 1, EntryContent.of(new byte[1], MINUTE)),
            "extend", stores -> stores.sessions().extend("a", MINUTE),
            "remove", stores -> stores.sessions().remove("a", 1),
            "claimDue", stores -> stores.sessions().claimDue("kind", "node", MINUTE, 10),
            "list", stores -> stores.sessions().list("index", Optional.empty(), 10, entry -> {}));

    /** The right one, with its type changed, or a length, or all of it; what is left over could be answers of their own. */
    private static final List<String> WRONG = List.of(
            ":3\r\n$1\r\nv\r\n:9\r\n:1\r\n",
            "$3\r\n:9\r\n:1\r\n:1\r\n",
            "*1\r\n:9\r\n:1\r\n:1\r\n",
            "*4\r\n$1\r\nv\r\n:9\r\n:1\r\n:1\r\n:1\r\n",
            "*3\r\n$1\r\n1\r\n$1\r\n1\r\n$1\r\n1\r\n:1\r\n",
            "$-3\r\n:1\r\n",
            "+OK\r\n:1\r\n",
            "*-5\r\n:1\r\n",
            "\0\0\r\n:1\r\n");

    /** One that is answered with a number cannot tell another number. */
    private static final Set<String> NUMBERS = Set.of("write", "replace");

    private static Stream<Arguments> wrong() {
        return CALLS.keySet().stream()
                .sorted()
                .flatMap(call -> WRONG.stream()
                        .filter(answer -> !answer.startsWith(":") || !NUMBERS.contains(call))
                        .map(answer -> Arguments.of(call, answer)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_answer_is_a_problem_of_the_store_and_its_connection_is_not_used_again(String call, String wrong)
            throws Exception {
        var asked = new AtomicInteger();
        try (var server = new RawServer(command -> Optional.of(asked.getAndIncrement() == 0 ? wrong : ":77\r\n"));
                var stores = server.stores().callLimit(Duration.ofSeconds(30)).build()) {
            var failure =
                    assertThrows(StoreException.class, () -> CALLS.get(call).accept(stores));

            assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
            assertEquals(
                    77, stores.sessions().putIfAbsent("b", new byte[1], MINUTE).orElseThrow(), "its own answer");
        }
    }
}
