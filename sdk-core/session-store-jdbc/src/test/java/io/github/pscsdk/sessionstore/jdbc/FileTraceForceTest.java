package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 forces its file when it is told to, and not with a commit. */
class FileTraceForceTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final List<String> executed = new ArrayList<>();

    /** Over a real file, and notes what is executed without parameters. */
    private record Noted(Connections real, List<String> executed) implements Connections {
        @Override
        public <T> T use(Work<T> work) throws SQLException {
            return real.use(connection -> work.on(noting(Connection.class, connection)));
        }

        private <T> T noting(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                        if (type == Statement.class && method.getName().equals("execute")) {
                            executed.add((String) arguments[0]);
                        }
                        var result = method.invoke(real, arguments);
                        return method.getName().equals("createStatement")
                                ? noting(Statement.class, (Statement) result)
                                : result;
                    }));
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @Test
    void the_file_is_forced_before_traces_are_answered_for_and_not_for_whoever_reads(@TempDir Path folder) {
        try (var file = new FileConnection(folder.resolve("sessions"), LIMIT)) {
            var traces = new JdbcTraceStore(new Database(new Noted(file, executed), Dialect.H2, "H2", LIMIT, () -> 0));
            traces.append(List.of(TraceEntry.of(new TracePosition(Instant.EPOCH, UUID.randomUUID()), new byte[1])));
            assertEquals(List.of("CHECKPOINT SYNC"), executed);

            traces.read(TracePosition.endOf(Instant.EPOCH), Instant.MAX, 1);
            assertEquals(1, executed.size());
        }
    }
}
