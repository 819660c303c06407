package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Refusals as Redis 6.2 and 8.0 word them, and who must act. */
class RedisFailuresTest {
    private final RedisFailures failures = new RedisFailures("Redis at localhost:1");

    private void assertTold(JedisException failure, LoginProblem problem, String what) {
        var told = failures.of(failure);

        assertEquals(problem, told.problem());
        assertTrue(told.getMessage().contains(what), told::getMessage);
    }

    @Test
    void a_certificate_that_one_side_refuses_is_for_who_set_it_and_all_else_of_tls_may_pass() {
        var lacking = new SSLHandshakeException("no path");
        lacking.initCause(new CertificateException("of nobody"));
        for (var refused : new IOException[] {new SSLException("Received fatal alert: unknown_ca"), lacking}) {
            assertTold(new JedisConnectionException(refused), LoginProblem.STORE_UNREADABLE, "compare certificates");
        }
        for (var passing : new IOException[] {
            new SSLException("closing inbound"),
            new IOException("Received fatal alert: unknown_ca"),
            new IOException(new CertificateException("of nobody"))
        }) {
            assertTold(new JedisConnectionException(passing), LoginProblem.STORE_UNAVAILABLE, "Redis at localhost:1");
        }
    }

    @Test
    void a_connection_that_failed_is_told_from_one_that_ended_and_from_an_answer_that_is_none() {
        assertTold(
                new JedisConnectionException(new ConnectException("Connection refused")),
                LoginProblem.STORE_UNAVAILABLE,
                "connection refused");
        assertTold(
                new JedisConnectionException("Unexpected end of stream."),
                LoginProblem.STORE_UNAVAILABLE,
                "connection lost");
        assertTold(
                new JedisConnectionException("Unknown reply: x"),
                LoginProblem.STORE_UNAVAILABLE,
                "an answer that is not Redis's");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    NOAUTH Authentication required. | NOAUTH | STORE_UNREADABLE
                    WRONGPASS invalid username-password pair or user is disabled. | WRONGPASS | STORE_UNREADABLE
                    NOPERM User u has no permissions to run the 'evalsha' command | NOPERM | STORE_UNREADABLE
                    ERR ACL failure in script: User u has no permissions to run the 'set' command script: 25a9, on @user_script:1. | NOPERM | STORE_UNREADABLE
                    ERR ACL failure in script: No permissions to access a key script: a2e6, on @user_script:1. | NOPERM | STORE_UNREADABLE
                    ERR Error running script (call to f_25a9): @user_script:1: @user_script: 1: The user executing the script can't run this command or subcommand | NOPERM | STORE_UNREADABLE
                    ERR Error running script (call to f_a2e6): @user_script:1: @user_script: 1: The user executing the script can't access at least one of the keys mentioned in the command arguments | NOPERM | STORE_UNREADABLE
                    DENIED Redis is running in protected mode because protected mode is enabled | DENIED | STORE_UNREADABLE
                    WRONGTYPE Operation against a key holding the wrong kind of value script: f915, on @user_script:1. | WRONGTYPE | STORE_UNREADABLE
                    ERR Error running script (call to f_f915): @user_script:1: WRONGTYPE Operation against a key holding the wrong kind of value | WRONGTYPE | STORE_UNREADABLE
                    CROSSSLOT Keys in request don't hash to the same slot | CROSSSLOT | STORE_UNREADABLE
                    CLUSTERDOWN Hash slot not served | CLUSTERDOWN | STORE_UNREADABLE
                    MOVED 1234 127.0.0.1:7000 | MOVED | STORE_UNREADABLE
                    READONLY You can't write against a read only replica. | READONLY | STORE_UNAVAILABLE
                    ERR Error running script (call to f_25a9): @user_script:1: @user_script: 1: -READONLY You can't write against a read only replica. | READONLY | STORE_UNAVAILABLE
                    MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'. | MASTERDOWN | STORE_UNAVAILABLE
                    NOREPLICAS Not enough good replicas to write. | NOREPLICAS | STORE_UNAVAILABLE
                    ERR Error running script (call to f_25a9): @user_script:1: @user_script: 1: -NOREPLICAS Not enough good replicas to write. | NOREPLICAS | STORE_UNAVAILABLE
                    LOADING Redis is loading the dataset in memory | LOADING | STORE_UNAVAILABLE
                    BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE. | BUSY | STORE_UNAVAILABLE
                    OOM command not allowed when used memory > 'maxmemory'. script: 25a9, on @user_script:1. | OOM | STORE_UNAVAILABLE
                    ERR Error running script (call to f_25a9): @user_script:1: @user_script: 1: -OOM command not allowed when used memory > 'maxmemory'. | OOM | STORE_UNAVAILABLE
                    MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. | MISCONF | STORE_UNAVAILABLE
                    ERR max number of clients reached | ERR | STORE_UNAVAILABLE
                    secret-key is no code | ERR | STORE_UNAVAILABLE
                    """)
    void a_refusal_is_told_by_its_code(String message, String code, LoginProblem problem) {
        var failure = failures.of(new JedisDataException(message));

        assertEquals(problem, failure.problem());
        assertTrue(failure.getMessage().endsWith(" (" + code + ")"), failure::getMessage);
        assertTrue(failure.getMessage().startsWith(problem.code() + ": Redis at localhost:1"), failure::getMessage);
    }
}
