package io.github.pscsdk.proxy.internal.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Has a pool drop its connections when one of them can only read, such as one to a standby: they would stay so for half an hour, and new ones find out where one writes now. Once a second at most, since a
 * server that is read-only for longer answers each write in this way.
 */
final class ReadOnlyConnectionEviction implements SQLExceptionOverride {
    // PostgreSQL's read_only_sql_transaction.
    private static final String READ_ONLY = "25006";
    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile HikariDataSource pool;

    /** The pool whose connections these are. */
    void of(HikariDataSource ours) {
        pool = ours;
    }

    /** Each connection is closed when nobody uses it any more. */
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        var opened = pool;
        if (READ_ONLY.equals(failure.getSQLState()) && opened != null && isDue()) {
            opened.getHikariPoolMXBean().softEvictConnections();
        }
        return Override.CONTINUE_EVICT;
    }

    private boolean isDue() {
        var now = System.nanoTime();
        var due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + BETWEEN);
    }
}
