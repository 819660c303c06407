package io.github.pscsdk.relyingparty.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A form that OkHttp may not send again by itself: a code or a refresh token works once. */
final class OneShotForm extends RequestBody {
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final byte[] content;

    OneShotForm(byte[] content) {
        this.content = content;
    }

    @Override
    public MediaType contentType() {
        return FORM;
    }

    @Override
    public long contentLength() {
        return content.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(content);
    }
}
