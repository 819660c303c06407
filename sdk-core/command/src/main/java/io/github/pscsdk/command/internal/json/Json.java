package io.github.pscsdk.command.internal.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** The mappers of this package. */
final class Json {
    /** Ignores what it does not know, and writes for people; what is empty is {@code null}. */
    static final ObjectMapper PLAIN = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Writes for programs that read line by line. */
    static final ObjectMapper ONE_LINE = JsonMapper.builder().build();

    private Json() {}
}
