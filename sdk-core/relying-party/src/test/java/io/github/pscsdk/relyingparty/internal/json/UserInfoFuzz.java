package io.github.pscsdk.relyingparty.internal.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.testkit.support.AnyInput;

class UserInfoFuzz {
    @FuzzTest
    void any_user_info_tells_of_a_person_or_is_refused(byte[] json) {
        AnyInput.read(() -> UserInfo.read(json), UnreadableJsonException.class);
        AnyInput.read(() -> UserInfo.read(json, true), UnreadableJsonException.class);
    }
}
