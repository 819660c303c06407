package io.github.pscsdk.sessionstore.redis;

import java.util.List;
import java.util.OptionalLong;

/** Reads the replies of Lua scripts strictly: a reply of another shape throws. */
final class ScriptReplies {
    private ScriptReplies() {}

    /** The version that was written; empty where nothing was. */
    static OptionalLong version(Object answer) {
        return answer == null ? OptionalLong.empty() : OptionalLong.of((Long) answer);
    }

    /** One, or none: how many entries were changed. */
    static boolean isDone(Object answer) {
        var number = (long) (Long) answer;
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException("neither done nor not");
        }
        return number == 1;
    }

    static List<?> list(Object answer, int size) {
        var list = (List<?>) answer;
        if (list.size() != size) {
            throw new IllegalArgumentException("another number of answers");
        }
        return list;
    }
}
