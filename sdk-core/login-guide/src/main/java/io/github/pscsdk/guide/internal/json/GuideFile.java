package io.github.pscsdk.guide.internal.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the file. */
public final class GuideFile {
    private static final String NAME = "login-guide.json";

    private GuideFile() {}

    /** The document of this artifact. Strict: the file is ours, and a slip of the pen in it must not go unseen. */
    public static GuideDocument read() {
        try (var in = GuideFile.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is not in the artifact");
            }
            return mapper().readValue(in, GuideDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + NAME, e);
        }
    }

    private static ObjectMapper mapper() {
        var builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        builder.withConfigOverride(
                List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        return builder.build();
    }
}
