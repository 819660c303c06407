package io.github.pscsdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.time.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxDeliveryTest {
    /** Any that is not of the outbox. */
    private static final Problem TROUBLE = LoginProblem.NO_ANSWER_IN_TIME;

    private final VirtualClock clock = VirtualClock.standing();
    private final List<String> sent = new ArrayList<>();

    @TempDir
    private Path folder;

    private Outbox outbox;
    private ProfessionalOutbox own;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder, clock);
        own = outbox.of(new NationalId("899999100011"));
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    /** One after the other in time. */
    private UUID handedOver(String subject, String body) throws PscException {
        var id = UUID.randomUUID();
        own.handOver(List.of(new HandOver(id, subject, "", body)));
        clock.advance(Duration.ofMillis(1));
        return id;
    }

    private OutboxItem item(UUID id) throws PscException {
        return own.items().stream()
                .filter(item -> item.handOver().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> delivered(Receiver receiver) throws Exception {
        sent.clear();
        assertEquals(Optional.empty(), own.deliver(receiver));
        return List.copyOf(sent);
    }

    private List<OutboxItem> receives(List<HandOver> items) {
        items.forEach(item -> sent.add(item.body()));
        return items.stream().map(item -> item.received("receipt")).toList();
    }

    /** Answers to those that begin so with nothing that settles them. */
    private Receiver failingAt(String prefix) {
        return items -> {
            var item = items.get(0);
            sent.add(item.body());
            return List.of(item.body().startsWith(prefix) ? item.failed(TROUBLE) : item.received("receipt"));
        };
    }

    @Test
    void what_was_received_is_not_sent_again() throws Exception {
        var id = handedOver("", "a");

        assertEquals(List.of("a"), delivered(this::receives));
        assertEquals(List.of(), delivered(this::receives));

        assertEquals(Phase.RECEIVED, item(id).phase());
        assertEquals("receipt", item(id).answer());
        assertEquals(Optional.empty(), item(id).problem());
    }

    @Test
    void a_receiver_that_is_away_pauses_all_is_told_and_gets_the_same_keys_later() throws Exception {
        var first = handedOver("", "a");
        var second = handedOver("", "b");
        var keys = new ArrayList<UUID>();

        var away = own.deliver(items -> {
            keys.add(items.get(0).id());
            throw new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no route");
        });

        assertEquals(Optional.of(LoginProblem.SERVER_HALF_UNREACHABLE), away);
        assertEquals(List.of(first), keys);
        assertEquals(Optional.of("PSC-060"), item(first).problem());
        assertEquals(Optional.empty(), item(first).retryAt());
        assertEquals(Phase.WAITING, item(second).phase());
        assertEquals(List.of("a", "b"), delivered(this::receives));
    }

    @Test
    void one_that_is_rejected_is_settled_and_the_next_one_goes_out() throws Exception {
        var wrong = handedOver("", "wrong");
        handedOver("", "right");

        own.deliver(items -> items.get(0).body().equals("wrong")
                ? List.of(items.get(0).rejected(TROUBLE, "reasons"))
                : receives(items));

        assertEquals(Phase.REJECTED, item(wrong).phase());
        assertEquals("reasons", item(wrong).answer());
        assertEquals(Optional.of(TROUBLE.code()), item(wrong).problem());
        assertEquals(List.of("right"), sent);
        assertEquals(0, own.count(Phase.WAITING));
    }

    @Test
    void an_item_that_fails_holds_nothing_up_and_is_tried_again_after_waits_that_grow_to_an_hour() throws Exception {
        var failing = handedOver("", "failing");
        handedOver("", "b");
        assertEquals(List.of("failing", "b"), delivered(failingAt("f")));
        assertEquals(Phase.WAITING, item(failing).phase());
        assertEquals(Optional.of(TROUBLE.code()), item(failing).problem());

        var waits = Stream.concat(
                        Stream.of(1, 2, 4, 8, 16, 32), Stream.generate(() -> 60).limit(64))
                .toList();
        for (var minutes : waits) {
            var again = item(failing).retryAt().orElseThrow();
            assertEquals(clock.instant().plus(Duration.ofMinutes(minutes)), again);
            clock.advance(Duration.ofMinutes(minutes).minusMillis(1));
            assertEquals(List.of(), delivered(failingAt("f")));
            clock.advance(Duration.ofMillis(1));
            assertEquals(List.of("failing"), delivered(failingAt("f")));
        }

        assertEquals(71, item(failing).failures());
        clock.advance(Duration.ofHours(1));
        assertEquals(List.of("failing"), delivered(this::receives));
    }

    @Test
    void a_person_need_not_wait_for_an_item_that_failed() throws Exception {
        handedOver("", "failing");
        delivered(failingAt("f"));

        own.deliverAll(failingAt("nothing"));

        assertEquals(0, own.count(Phase.WAITING));
    }

    @Test
    void a_clock_that_is_set_back_makes_nothing_wait_longer() throws Exception {
        handedOver("", "failing");
        delivered(failingAt("f"));
        outbox.close();

        outbox = Outbox.open(folder, VirtualClock.standingAt(clock.instant().minus(Duration.ofDays(400))));
        own = outbox.of(new NationalId("899999100011"));

        assertEquals(List.of("failing"), delivered(this::receives));
    }

    @Test
    void items_of_one_subject_go_out_in_their_order_and_wait_for_one_another() throws Exception {
        handedOver("R-1", "f1");
        handedOver("R-1", "then");
        handedOver("R-2", "other");

        assertEquals(List.of("f1", "other"), delivered(failingAt("f")));
        handedOver("R-1", "last");
        assertEquals(List.of(), delivered(failingAt("f")));

        clock.advance(Duration.ofMinutes(1));
        assertEquals(List.of("f1", "then", "last"), delivered(this::receives));
    }

    @Test
    void a_receiver_of_many_gets_all_of_them_in_batches_and_settles_each_by_itself() throws Exception {
        var all = IntStream.range(0, 730)
                .mapToObj(i -> new HandOver(UUID.randomUUID(), i % 7 == 0 ? "R-" + i % 2 : "", "", "" + i))
                .toList();
        own.handOver(all);
        var sizes = new ArrayList<Integer>();
        var many = new Receiver() {
            @Override
            public int most() {
                return 250;
            }

            @Override
            public List<OutboxItem> send(List<HandOver> items) {
                sizes.add(items.size());
                var subjects = items.stream().map(HandOver::subject).filter(about -> !about.isEmpty());
                assertEquals(
                        subjects.distinct().count(),
                        items.stream().filter(one -> !one.subject().isEmpty()).count());
                return items.stream()
                        .map(item -> item.subject().isEmpty() && item.body().endsWith("9")
                                ? item.failed(TROUBLE)
                                : receives(List.of(item)).get(0))
                        .toList();
            }
        };

        own.deliver(many);

        assertEquals(730, sizes.stream().mapToInt(Integer::intValue).sum());
        assertEquals(53, sizes.size(), "each batch ends where a subject comes again, after fourteen");
        assertEquals(sent.size(), Set.copyOf(sent).size());
        assertEquals(730 - sent.size(), own.count(Phase.WAITING));
        assertEquals(
                own.count(Phase.WAITING),
                own.items().stream().filter(item -> item.failures() == 1).count());
    }

    @Test
    void a_receiver_that_forgets_an_item_or_their_order_settles_none() throws Exception {
        handedOver("", "a");

        assertThrows(IllegalStateException.class, () -> own.deliver(items -> List.of()));
        assertThrows(
                IllegalStateException.class,
                () -> own.deliver(items -> List.of(OutboxItem.of(items.get(0), Phase.DRAFT, clock.instant()))));

        handedOver("", "b");
        assertThrows(
                IllegalStateException.class,
                () -> own.deliver(pairs(items -> {
                    var results = new ArrayList<>(receives(items));
                    Collections.reverse(results);
                    return results;
                })));

        assertEquals(2, own.count(Phase.WAITING));
    }

    private static Receiver pairs(Receiver receiver) {
        return new Receiver() {
            @Override
            public int most() {
                return 2;
            }

            @Override
            public List<OutboxItem> send(List<HandOver> items) throws PscException, InterruptedException {
                return receiver.send(items);
            }
        };
    }

    @Test
    void an_interrupt_leaves_it_waiting() throws Exception {
        var id = handedOver("", "a");

        assertThrows(
                InterruptedException.class,
                () -> own.deliver(items -> {
                    throw new InterruptedException();
                }));

        assertEquals(Phase.WAITING, item(id).phase());
        assertEquals(Optional.empty(), item(id).problem());
    }
}
