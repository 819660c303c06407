package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.pscsdk.proxyprotocol.NewLogin;
import io.github.pscsdk.proxyprotocol.TypedCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes all JSON documents that go to and come from the server half. It never sees a class of a plug-in. */
public final class DocumentMapper {
    private static final int MAX_DEPTH = 32;

    private final ObjectMapper mapper;

    /** Sets the mapper up; takes some tens of milliseconds the first time. */
    public DocumentMapper() {
        var constraints =
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
        var builder = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .addModules(new Jdk8Module(), new ContractModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        for (var collection : List.of(List.class, Map.class)) {
            builder.withConfigOverride(
                    collection, absent -> absent.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        mapper = builder.build();
    }

    /** As UTF-8. */
    public byte[] write(NewLogin start) {
        return bytes(start);
    }

    /** As UTF-8. */
    public byte[] write(TypedCode code) {
        return bytes(code);
    }

    private byte[] bytes(Record strings) {
        try {
            return mapper.writeValueAsBytes(strings);
        } catch (JsonProcessingException e) {
            // Without the cause, which could hold the identifier or the code; a record of strings can always be
            // written.
            throw new IllegalStateException("a request cannot be written");
        }
    }

    /**
     * The document as the type that the contract gives it.
     *
     * @throws UnreadableDocument if it is not JSON, or lacks a member
     */
    public <T> T read(byte[] document, Class<T> type) throws UnreadableDocument {
        try {
            var read = mapper.readValue(document, type);
            if (read == null) {
                throw new UnreadableDocument(type.getSimpleName() + " is null");
            }
            return read;
        } catch (JsonMappingException e) {
            throw new UnreadableDocument(type.getSimpleName() + " cannot be read at '" + members(e) + "'");
        } catch (IOException e) {
            throw new UnreadableDocument(type.getSimpleName() + " is not JSON");
        }
    }

    /** The problem code in an error's body, where there is one. */
    public Optional<String> problemCode(byte[] body) {
        try {
            return read(body, ErrorDocument.class).problem();
        } catch (UnreadableDocument e) {
            return Optional.empty();
        }
    }

    private static String members(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private record ErrorDocument(Optional<String> problem) {}
}
