package io.github.pscsdk.relyingparty.internal.json;

import io.github.pscsdk.api.Professional;
import java.util.Optional;

/**
 * What UserInfo says, in our own words.
 *
 * @param subject {@code sub}: must be the one of the ID token; empty where the answer has none
 * @param authMode {@code CARD} or {@code MOBILE}
 * @param professional empty where the answer has no usable {@code SubjectNameID}
 */
public record UserInfo(String subject, Optional<String> authMode, Optional<Professional> professional) {

    public static UserInfo read(byte[] json) throws UnreadableJsonException {
        return UserInfoMapping.map(Json.read(Json.LENIENT, json, UserInfoDocument.class));
    }

    /** Prints no value: all of it is personal data. */
    @Override
    public String toString() {
        return "UserInfo[]";
    }
}
