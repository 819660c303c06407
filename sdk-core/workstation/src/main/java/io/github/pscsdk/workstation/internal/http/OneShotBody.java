package io.github.pscsdk.workstation.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that is sent once: after a broken connection nobody knows what the other end already did with it. */
final class OneShotBody extends RequestBody {
    private final byte[] content;

    OneShotBody(byte[] content) {
        this.content = content;
    }

    /** None: the media type is among the headers. */
    @Override
    public MediaType contentType() {
        return null;
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
