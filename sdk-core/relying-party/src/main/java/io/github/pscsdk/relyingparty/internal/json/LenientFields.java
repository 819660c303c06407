package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;

/** Reads a field of another type than expected as absent. The document itself must still be an object. */
final class LenientFields extends DeserializationProblemHandler {

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
            throws IOException {
        return isInside(parser) ? skip(parser) : NOT_HANDLED;
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        return isInside(parser) ? skip(parser) : NOT_HANDLED;
    }

    private static boolean isInside(JsonParser parser) {
        var here = parser.getParsingContext();
        // The start of an object or array has already opened a context of its own.
        var around = parser.currentToken() != null && parser.currentToken().isStructStart() ? here.getParent() : here;
        return around != null && !around.inRoot();
    }

    private static Object skip(JsonParser parser) throws IOException {
        parser.skipChildren();
        return null;
    }
}
