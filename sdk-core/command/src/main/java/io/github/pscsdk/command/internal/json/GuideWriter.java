package io.github.pscsdk.command.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.diagnostic.LoginGuide;
import java.util.List;

/** Writes what {@code psc guide --json} gives a support desk; an address, a date or a delay that nobody knows is {@code null}. */
public final class GuideWriter {
    private record Document(String language, String start, List<LoginGuide.Step> steps) {}

    private GuideWriter() {}

    /** The whole tree as one document. */
    public static String write(LoginGuide guide) {
        try {
            return Json.PLAIN.writeValueAsString(
                    new Document(guide.language().toLanguageTag(), guide.start().id(), guide.steps()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and addresses can always be written", e);
        }
    }
}
