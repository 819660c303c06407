package io.github.pscsdk.relyingparty.internal.json;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import java.util.Optional;

/**
 * What UserInfo says, in the types of the contract: empty strings become absent, codes keep their spelling. A session keeps it, so what is
 * beyond all that PSC was seen to say is left out: texts are cut, and of lists the rest is dropped.
 *
 * @param subject {@code sub}: must be the one of the ID token; empty where the answer has none
 * @param authMode the means, such as {@code CARD}
 * @param professional empty where the answer has neither a usable {@code SubjectNameID} nor, instead of any, a usable {@code
 *     PSISubjectNameID}
 */
public record UserInfo(String subject, Optional<String> authMode, Optional<Professional> professional) {

    public static UserInfo read(byte[] json) throws UnreadableJsonException {
        return UserInfoDocument.read(json).userInfo(false);
    }

    /** Reads one that may be of any provider: {@code sub} is who it is about where there is no {@code SubjectNameID}. */
    public static UserInfo readPlain(byte[] json) throws UnreadableJsonException {
        return UserInfoDocument.read(json).userInfo(true);
    }

    /** Prints no value: all of it is personal data. */
    @Override
    public String toString() {
        return "UserInfo[]";
    }
}
