package io.github.pscsdk.sessionstore.redis;

import java.time.Duration;

/**
 * The names of our keys. All begin with the prefix, by which an ACL tells them.
 *
 * @param prefix of printable ASCII characters
 */
record RedisKeys(String prefix) {
    /** The last version that was given. */
    String version() {
        return prefix + "version";
    }

    /** The hash of a session: value, version. */
    String session(String key) {
        return prefix + "session:" + key;
    }

    /** How the hash of a pending entry begins: kind, value, version, node, finished. */
    String pending() {
        return prefix + "pending:";
    }

    String pending(String key) {
        return pending() + key;
    }

    /** How the sorted set of a kind begins that has the keys of what is not finished by the time when it is due. */
    String due() {
        return prefix + "due:";
    }

    /** The same by the time when it expires. */
    String ends() {
        return prefix + "ends:";
    }

    /** In milliseconds, rounded up: nothing is gone or due too soon. */
    static long millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }
}
