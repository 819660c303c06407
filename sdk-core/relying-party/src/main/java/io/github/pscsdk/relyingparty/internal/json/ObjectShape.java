package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which members of a kind of JSON object are read, and as what; all others are skipped. No member may come twice, at whatever depth, whether it is read or not. Reads token by token, with a table instead of code for each member. Immutable.
 *
 * @param <M> the members
 */
final class ObjectShape<M extends Enum<M> & ObjectShape.Member> {
    /** The value of a member that is a text, or a number or a boolean as text; anything else is as good as absent. */
    static final Value TEXT = ObjectShape::text;

    private final Map<String, Declared> byName = new HashMap<>();
    private final int size;

    private record Declared(int at, Value value) {}

    /** A member that is read. */
    interface Member {
        /** Its name. */
        String json();

        /** As what it is read. */
        Value value();
    }

    /** Reads a value of one type. */
    @FunctionalInterface
    interface Value {
        /**
         * @param parser at the first token of the value; afterwards at its last
         * @param before what the same member had in the object before this one in a list, or null: it is used again where it is the same
         * @return null for what is as good as absent
         */
        Object read(JsonParser parser, Object before) throws IOException;
    }

    /** An object as far as it was read. */
    static final class Read<M extends Enum<M>> {
        private final Object[] values;

        private Read(int size) {
            this.values = new Object[size];
        }

        /** The value of a member that holds a text; null where there is none. */
        String text(M member) {
            return (String) values[member.ordinal()];
        }

        /** The value of a member that holds a number; null where there is none. */
        Long number(M member) {
            return (Long) values[member.ordinal()];
        }

        /** The value of a member that holds a list of texts; null where there is none. */
        @SuppressWarnings("unchecked")
        List<String> texts(M member) {
            return (List<String>) values[member.ordinal()];
        }

        /** The value of a member that holds objects; none where there is none. */
        @SuppressWarnings("unchecked")
        <N extends Enum<N>> List<Read<N>> objects(M member) {
            var list = values[member.ordinal()];
            return list == null ? List.of() : (List<Read<N>>) list;
        }
    }

    ObjectShape(Class<M> members) {
        for (var member : members.getEnumConstants()) {
            byName.put(member.json(), new Declared(member.ordinal(), member.value()));
        }
        size = byName.size();
        if (size > Long.SIZE) {
            throw new IllegalArgumentException("more members than bits");
        }
    }

    /** An object without members. */
    Read<M> none() {
        return new Read<>(size);
    }

    /** Reads the one object of a document. */
    Read<M> readOnly(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
        var object = read(parser, none());
        if (parser.nextToken() != null) {
            throw new IOException("more than one object");
        }
        return object;
    }

    private Read<M> read(JsonParser parser, Read<M> before) throws IOException {
        var read = none();
        // A bit for each member: most objects hold no others, whose names have to be compared.
        var seen = 0L;
        UniqueNames others = null;
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            var member = byName.get(name);
            if (member == null) {
                others = others == null ? new UniqueNames() : others;
                others.add(name);
                UniqueNames.skip(parser);
            } else {
                UniqueNames.demand((seen & 1L << member.at) == 0);
                seen |= 1L << member.at;
                read.values[member.at] = member.value.read(parser, before.values[member.at]);
            }
        }
        return read;
    }

    private static Object text(JsonParser parser, Object before) throws IOException {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return before instanceof String same && isNext(same, parser) ? same : parser.getText();
        }
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            return parser.getText();
        }
        UniqueNames.skip(parser);
        return null;
    }

    private static boolean isNext(String text, JsonParser parser) throws IOException {
        var length = parser.getTextLength();
        if (length != text.length()) {
            return false;
        }
        var letters = parser.getTextCharacters();
        var offset = parser.getTextOffset();
        for (var i = 0; i < length; i++) {
            if (letters[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Objects of that shape, one or a list; whatever else is there is left out. */
    static <N extends Enum<N> & Member> Value objects(Class<N> members) {
        var shape = new ObjectShape<>(members);
        return (parser, before) -> shape.list(parser);
    }

    private List<Read<M>> list(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return List.of(read(parser, none()));
        }
        List<Read<M>> list = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var before = none();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    before = read(parser, before);
                    list.add(before);
                } else {
                    UniqueNames.skip(parser);
                }
            }
        }
        return list;
    }
}
